import { auditPage, store } from './audit';

class AuditExport {
  private position: string;

  constructor(from: string) {
    this.position = from;
  }

  async *pages() {
    let next: string | undefined = this.position;
    while (next) {
      const page = await auditPage(next);
      yield page.entries;
      next = page.next;
      if (next) this.position = next;
    }
  }
}

export async function exportAuditTrail(from = 'start'): Promise<number> {
  let copied = 0;
  for await (const entries of new AuditExport(from).pages()) {
    await store(entries);
    copied += entries.length;
  }
  return copied;
}
