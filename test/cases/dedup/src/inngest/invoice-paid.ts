import { inngest } from './client';
import { markPaid, mailReceipt } from '../invoices';

const dedup = { idempotency: 'event.data.invoiceId' };

export const invoicePaid = inngest.createFunction(
  { id: 'invoice-paid', retries: 3, ...dedup },
  { event: 'billing/invoice.paid' },
  async ({ event, step }) => {
    const { invoiceId, email } = event.data;
    const invoice = await step.run('mark-paid', () => markPaid(invoiceId));
    await step.run('mail-receipt', () => mailReceipt(email, invoice.number));
    return { invoiceId };
  },
);
