import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { mailRefundNotice } from './mailer';

type Work = (record: SQSRecord) => Promise<void>;

function onlyNew(work: Work): Work {
  const handled = new Set<string>(); // flag: no-memory-dedup
  return async (record) => {
    if (handled.has(record.messageId)) return;
    await work(record);
    handled.add(record.messageId);
  };
}

const notify = onlyNew(async (record) => {
  const { customer, amount } = JSON.parse(record.body) as { customer: string; amount: number };
  await mailRefundNotice(customer, amount);
});

export const handler = async (event: SQSEvent): Promise<void> => {
  await Promise.all(event.Records.map(notify));
};
