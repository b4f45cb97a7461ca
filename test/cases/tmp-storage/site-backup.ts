import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import archiver from 'archiver';
import type { ScheduledHandler } from 'aws-lambda';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { listPages } from './pages';

const sns = new SNSClient({});

export const handler: ScheduledHandler = async (event) => {
  const target = `/tmp/site-${event.time.slice(0, 10)}.zip`;
  const output = createWriteStream(target); // flag: no-tmp-storage
  const archive = archiver('zip', { zlib: { level: 9 } });
  archive.pipe(output);
  for (const page of await listPages()) {
    archive.append(page.html, { name: `${page.slug}.html` });
  }
  await archive.finalize();
  await finished(output);
  await sns.send(new PublishCommand({ TopicArn: process.env.BACKUPS_TOPIC, Message: JSON.stringify({ target }) }));
};
