import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { Redis } from 'ioredis';
import { chargeCard, type Order } from '../outside/payments';

const redis = new Redis(process.env.REDIS_URL!);
const LEASE_MS = Number(process.env.LEASE_MS ?? 120_000); // longer than the function may run
const KEEP_SECONDS = 15 * 86_400; // longer than the queue keeps a message

export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    try {
      const order = JSON.parse(record.body) as Order;
      const key = `claim:${order.id}`;
      if ((await redis.set(key, 'started', 'PX', LEASE_MS, 'NX')) === 'OK') {
        await chargeCard(order, { idempotencyKey: order.id });
        await redis.set(key, 'done', 'EX', KEEP_SECONDS);
      } else if ((await redis.get(key)) !== 'done') {
        throw new Error(`${order.id} is being handled elsewhere`);
      }
    } catch (error) {
      console.error('will be delivered again', error);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
