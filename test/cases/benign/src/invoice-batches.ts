import type { SQSEvent } from 'aws-lambda';
import { postInvoices, type Line } from './bookkeeping';

export const handler = async (event: SQSEvent): Promise<void> => {
  const byCustomer = new Map<string, Line[]>();
  const totals: { [customer: string]: number } = {};
  for (const { body } of event.Records) {
    const { customer, line } = JSON.parse(body) as { customer: string; line: Line };
    byCustomer.get(customer)?.push(line) ?? byCustomer.set(customer, [line]);
    totals[customer] ??= 0;
    totals[customer] += line.amount;
  }
  await Promise.all([...byCustomer].map(([customer, lines]) => postInvoices(customer, lines, totals[customer])));
};
