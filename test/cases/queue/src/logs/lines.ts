import { db, lines } from './db';

interface Slot {
  lines: { text: string }[];
  run: number;
}

const slots = new Map<string, Slot>(); // flag: no-memory-queue

export function addLine(bot: string, run: number, text: string): void {
  if (!slots.has(bot)) slots.set(bot, { lines: [], run });
  slots.get(bot)!.lines.push({ text });
}

export async function flushLines(bot: string): Promise<void> {
  const slot = slots.get(bot);
  if (!slot) return;
  const waiting = slot.lines;
  slots.set(bot, { lines: [], run: slot.run });
  await db.insert(lines).values(waiting);
}
