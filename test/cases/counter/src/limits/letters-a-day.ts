import { sendLetter } from './post';

// The day only begins a new count.
let countedOn = '';
let sentToday = 0; // flag: no-memory-counter

export async function handler(event: { to: string }): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  if (countedOn !== today) {
    countedOn = today;
    sentToday = 0;
  }
  if (sentToday >= 200) throw new Error('enough for today');
  sentToday += 1;
  await sendLetter(event.to);
}
