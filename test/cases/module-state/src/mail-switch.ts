import { postMail } from './mail';

let isOff = false; // flag: no-module-state

export function switchMailOff(): void {
  isOff = true;
}

export function switchMailOn(): void {
  isOff = false;
}

export async function sendMail(to: string, text: string): Promise<void> {
  if (isOff) return;
  await postMail(to, text);
}
