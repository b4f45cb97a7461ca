import type { SQSEvent } from 'aws-lambda';
import { announce } from './radio';

const announced = new Map<string, Date>(); // flag: no-memory-dedup

async function announceOnce(ship: string): Promise<string> {
  if (!announced.has(ship)) {
    announced.set(ship, new Date());
    await announce(ship);
  }
  return announced.get(ship)!.toISOString();
}

export const handler = async (event: SQSEvent): Promise<void> => {
  for (const { body } of event.Records) console.log('announced', await announceOnce(JSON.parse(body).ship));
};
