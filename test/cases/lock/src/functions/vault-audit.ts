import { countNotes } from './notes';

let open = new Set<string>(); // flag: no-memory-lock

export const handler = async (event: { vault: string }) => {
  if (open.has(event.vault)) return { statusCode: 423 };
  open = new Set([...open, event.vault]);
  try {
    return { statusCode: 200, body: String(await countNotes(event.vault)) };
  } finally {
    open = new Set([...open].filter((vault) => vault !== event.vault));
  }
};
