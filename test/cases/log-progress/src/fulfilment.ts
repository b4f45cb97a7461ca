import { Logger } from '@aws-lambda-powertools/logger';
import { bookVan, chargeCard, notifyCustomer, reserveStock } from './steps';

const logger = new Logger({ serviceName: 'fulfilment' });

export const handler = async (event: { orderId: string }) => {
  await reserveStock(event.orderId);
  logger.info('step 1 done', { orderId: event.orderId }); // flag: no-log-progress
  await chargeCard(event.orderId);
  logger.info('step 2 done', { orderId: event.orderId });
  await bookVan(event.orderId);
  logger.info('step 3 done', { orderId: event.orderId });
  await notifyCustomer(event.orderId);
};
