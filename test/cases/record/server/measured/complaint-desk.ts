// The same shape, but what customers have said is kept nowhere else.
interface Complaint {
  text: string;
  severity: number;
  at: number;
}

class ComplaintDesk {
  private recent: Complaint[] = []; // flag: no-memory-record
  private byProduct = new Map<string, { texts: string[] }>(); // flag: no-memory-record

  note(product: string, text: string, severity: number): void {
    this.recent.push({ text, severity, at: Date.now() });
    if (this.recent.length > 200) this.recent.shift();
    const known = this.byProduct.get(product) ?? { texts: [] };
    known.texts.push(text);
    this.byProduct.set(product, known);
  }

  about(product: string): string[] {
    return this.byProduct.get(product)?.texts ?? [];
  }

  latest(): Complaint[] {
    return [...this.recent];
  }
}

export const complaints = new ComplaintDesk();
