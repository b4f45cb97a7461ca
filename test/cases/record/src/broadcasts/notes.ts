interface Board {
  notes: { text: string }[];
}

const boards = new Map<string, Board>(); // flag: no-memory-record

export function addNote(room: string, text: string): void {
  if (!boards.has(room)) boards.set(room, { notes: [] });
  boards.get(room)!.notes.push({ text });
}

export function notesOf(room: string): { text: string }[] {
  return boards.get(room)?.notes ?? [];
}
