import type { SQSEvent } from 'aws-lambda';
import { chargeCard, type Order } from '../outside/payments';

const handled = new Set<string>();

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body) as Order;
    if (handled.has(order.id)) continue;
    await chargeCard(order);
    handled.add(order.id);
  }
};
