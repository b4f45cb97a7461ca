import { storeMail } from './mails';

let generation = 0; // flag: no-memory-counter

export async function keepMail(text: string): Promise<number> {
  generation += 1;
  await storeMail({ number: generation, text });
  return generation;
}
