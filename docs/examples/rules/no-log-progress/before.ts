import type { SQSEvent } from 'aws-lambda';
import { bookCarrier, chargeCard, notifyCustomer } from '../outside/shipping';

async function ship(orderId: string): Promise<void> {
  await chargeCard(orderId);
  console.log('step 1 done: charge', { orderId });
  await bookCarrier(orderId);
  console.log('step 2 done: book carrier', { orderId });
  await notifyCustomer(orderId);
}

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const record of event.Records) {
    await ship(JSON.parse(record.body).orderId);
  }
};
