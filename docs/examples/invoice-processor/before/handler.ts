import type { SQSEvent } from 'aws-lambda';
import { mailInvoice } from './mail';
import { insertInvoice, readLastNumber, type Order } from './invoices';

// SQS delivers a message twice now and then. The same instance is usually reused, so this catches the repetitions.
const processedOrders = new Set<string>();

let lastNumber: number | undefined;

async function nextInvoiceNumber(): Promise<number> {
  lastNumber ??= await readLastNumber();
  lastNumber += 1;
  return lastNumber;
}

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body) as Order;
    if (processedOrders.has(order.id)) continue;
    const number = await nextInvoiceNumber();
    await insertInvoice(number, order);
    await mailInvoice(order.email, number);
    processedOrders.add(order.id);
  }
};
