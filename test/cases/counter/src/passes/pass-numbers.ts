import { printPass } from './printer';

let printed = 0; // flag: no-memory-counter

export async function handler(event: { visitor: string }): Promise<string> {
  const place = ++printed;
  const number = `pass-${Date.now()}-${place.toString(36)}`;
  await printPass(number, event.visitor);
  return number;
}
