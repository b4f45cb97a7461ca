import { recordRebill } from './ledger';
import { handler } from './billing';

export function rebill(event: { invoiceId: string }) {
  handler(event).then(() => recordRebill(event.invoiceId)).catch(console.error); // flag: no-memory-timer
  return { accepted: true };
}
