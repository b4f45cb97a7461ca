import { Injectable } from '@nestjs/common';

interface Note {
  author: string;
  text: string;
}

@Injectable()
export class TideNotesService {
  private pinned: Note | null = null; // flag: no-memory-record

  pin(note: Note): void {
    this.pinned = note;
  }

  shown(): string {
    return this.pinned ? `${this.pinned.author}: ${this.pinned.text}` : '';
  }
}
