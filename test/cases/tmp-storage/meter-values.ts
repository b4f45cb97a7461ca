import type { KinesisStreamHandler } from 'aws-lambda';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = '/mnt/meters';

export const handler: KinesisStreamHandler = async (event) => {
  for (const { kinesis } of event.Records) {
    const { meter, watts, at } = JSON.parse(Buffer.from(kinesis.data, 'base64').toString()) as {
      meter: string;
      watts: number;
      at: string;
    };
    await appendFile(join(FOLDER, `${meter}.csv`), `${at};${watts}\n`);
  }
};
