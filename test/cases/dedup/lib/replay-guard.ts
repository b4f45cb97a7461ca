import { createHmac, timingSafeEqual } from 'node:crypto';

const WINDOW_MS = 5 * 60_000;
const nonces = new Map<string, Map<string, number>>(); // flag: no-memory-dedup

function spend(partner: string, nonce: string): boolean {
  const spent = nonces.get(partner) ?? new Map<string, number>();
  nonces.set(partner, spent);
  const at = spent.get(nonce);
  if (at !== undefined && Date.now() - at < WINDOW_MS) {
    return false;
  }
  spent.set(nonce, Date.now());
  return true;
}

export function accept(partner: string, secret: string, request: { nonce: string; body: string; mac: string }): void {
  const mac = createHmac('sha256', secret).update(request.nonce).update(request.body).digest();
  if (!timingSafeEqual(mac, Buffer.from(request.mac, 'hex'))) throw new Error('signature does not match');
  if (!spend(partner, request.nonce)) throw new Error('request was sent before');
}
