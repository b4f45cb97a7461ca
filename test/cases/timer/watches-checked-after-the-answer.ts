import type { APIGatewayProxyEvent } from 'aws-lambda';
import { checkAndNotifyWatches, checkWatches } from './watches';

export const handler = async (event: APIGatewayProxyEvent) => {
  const { harbour } = JSON.parse(event.body!);
  checkAndNotifyWatches(harbour).catch(console.error); // flag: no-memory-timer
  checkWatches(harbour).catch(console.error);
  return { statusCode: 202 };
};
