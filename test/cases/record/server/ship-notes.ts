interface Note {
  author: string;
  text: string;
  at: number;
}

class ShipNotes {
  private notes: Note[] = []; // flag: no-memory-record
  private readonly most = 500;

  add(author: string, text: string): void {
    this.notes.push({ author, text, at: Date.now() });
    if (this.notes.length > this.most) this.notes = this.notes.slice(-this.most);
  }

  recent(count = 50): Note[] {
    return this.notes.slice(-count);
  }
}

export const shipNotes = new ShipNotes();
