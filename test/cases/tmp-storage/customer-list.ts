import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { EventBridgeEvent } from 'aws-lambda';
import fs from 'node:fs';
import readline from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ddb } from './dynamodb';

export const handler = async (event: EventBridgeEvent<'ListReady', { url: string }>): Promise<{ customers: number }> => {
  const file = `/tmp/customers-${event.id}.csv`;
  let customers = 0;
  try {
    const response = await fetch(event.detail.url);
    await pipeline(Readable.fromWeb(response.body as never), fs.createWriteStream(file));
    for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
      const [id, name, email] = line.split(';');
      await ddb.send(new PutCommand({ TableName: process.env.CUSTOMERS, Item: { id, name, email } }));
      customers += 1;
    }
  } finally {
    await fs.promises.rm(file, { force: true });
  }
  return { customers };
};
