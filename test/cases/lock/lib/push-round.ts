import { pushAll } from './push';

let isPushing: boolean | null = null; // flag: no-memory-lock

export async function pushRound(text: string): Promise<boolean> {
  if (isPushing) return false;
  isPushing = true;
  try {
    await pushAll(text);
    return true;
  } finally {
    isPushing = false;
  }
}
