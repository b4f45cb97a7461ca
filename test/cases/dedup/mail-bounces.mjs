import { suppressAddress } from './suppressions.mjs';

const KEY = Symbol.for('acme.bounces');
const bounces = (globalThis[KEY] ??= new Map()); // flag: no-memory-dedup

export default async function handler(req, res) {
  const { signature, 'event-data': data } = req.body;
  if (bounces.get(signature.token)?.done) {
    res.status(200).send('known');
    return;
  }
  bounces.set(signature.token, { done: true });
  await suppressAddress(data.recipient);
  res.status(200).send('ok');
}
