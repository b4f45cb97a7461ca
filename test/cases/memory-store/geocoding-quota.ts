import Bottleneck from 'bottleneck';
import type { SQSHandler } from 'aws-lambda';
import { geocode } from './maps';
import { saveLocation } from './locations';

const limiter = new Bottleneck({ reservoir: 2_500, reservoirRefreshAmount: 2_500, reservoirRefreshInterval: 86_400_000 }); // flag: no-memory-store

export const handler: SQSHandler = async (event) => {
  for (const { body } of event.Records) {
    const { id, address } = JSON.parse(body) as { id: string; address: string };
    await saveLocation(id, await limiter.schedule(() => geocode(address)));
  }
};
