import { createHash } from 'node:crypto';
import { postMessage } from './mailgun-api';

const sent = new Set<string>(); // flag: no-memory-dedup

/** A client of another service, not of a page. */
export async function sendOnce(to: string, body: string) {
  const key = createHash('sha256').update(`${to}:${body}`).digest('hex');
  if (sent.has(key)) return;
  await postMessage({ to, body });
  sent.add(key);
}
