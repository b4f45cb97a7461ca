import { randomUUID } from 'node:crypto';
import { printPass } from './printer';

let printed = 0;

export async function handler(event: { visitor: string }): Promise<string> {
  const place = ++printed;
  const number = `pass-${Date.now()}-${place.toString(36)}-${randomUUID()}`;
  await printPass(number, event.visitor);
  return number;
}
