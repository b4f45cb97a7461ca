import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { printRefundLetter } from './printer';

type Work = (record: SQSRecord) => Promise<void>;

function onlyNew(work: Work): Work {
  const handled = new Set<string>();
  return async (record) => {
    if (handled.has(record.messageId)) return;
    handled.add(record.messageId);
    await work(record);
  };
}

export const handler = async (event: SQSEvent): Promise<void> => {
  const print = onlyNew(async (record) => {
    const { customer, amount } = JSON.parse(record.body) as { customer: string; amount: number };
    await printRefundLetter(customer, amount);
  });
  for (const record of event.Records) {
    await print(record);
  }
};
