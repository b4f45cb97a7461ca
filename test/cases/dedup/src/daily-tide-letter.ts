import { sendTideLetter } from './letters';

let lettersOf: string | null = null; // flag: no-memory-dedup

export async function handler(): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  if (lettersOf === today) return;
  await sendTideLetter(today);
  lettersOf = today;
}
