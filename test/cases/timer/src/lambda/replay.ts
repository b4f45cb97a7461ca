import { handler } from './billing';

// Called by hand from a terminal, which prints what comes back.
export function replay(event: { invoiceId: string }) {
  process.env.STAGE = 'code';
  handler(event).then(console.log).catch(console.error);
}
