import { Logger } from '@aws-lambda-powertools/logger';
import { bookVan, chargeCard, reserveStock } from './steps';
import { orders } from './db';

const logger = new Logger({ serviceName: 'fulfilment' });

export const handler = async (event: { orderId: string }) => {
  await reserveStock(event.orderId);
  await orders.update(event.orderId, { stage: 'reserved' });
  logger.info('step 1 done', { orderId: event.orderId });
  await chargeCard(event.orderId);
  await orders.update(event.orderId, { stage: 'charged' });
  logger.info('step 2 done', { orderId: event.orderId });
  await bookVan(event.orderId);
  logger.info('step 3 done', { orderId: event.orderId });
};
