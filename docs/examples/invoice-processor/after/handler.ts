import type { SQSEvent } from 'aws-lambda';
import { mailInvoice } from './mail';
import { markAsMailed, openInvoice, type Order } from './invoices';

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body) as Order;
    const invoice = await openInvoice(order);
    if (invoice.mailedAt) continue;
    await mailInvoice(order.email, invoice.number);
    await markAsMailed(order.id);
  }
};
