import { unmarshall } from '@aws-sdk/util-dynamodb';
import { repricing } from './repricing.mjs';

const handled = new Set();

export const handler = async (event) => {
  handled.clear();
  for (const { dynamodb } of event.Records.toReversed()) {
    const { sku, price } = unmarshall(dynamodb.NewImage);
    if (handled.has(sku)) continue;
    handled.add(sku);
    await repricing.put(sku, price);
  }
};
