import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { sourceUrl } from './sources';

const events = new EventBridgeClient({});
const run = promisify(execFile);
const WORK = process.env.TMPDIR ?? '/tmp';

export const handler = async (event: { detail: { video: string } }): Promise<void> => {
  const { video } = event.detail;
  const poster = path.join(WORK, `${video}.jpg`);
  await run('/opt/bin/ffmpeg', ['-y', '-ss', '3', '-i', await sourceUrl(video), '-frames:v', '1', poster]); // flag: no-tmp-storage
  await events.send(
    new PutEventsCommand({
      Entries: [{ Source: 'videos', DetailType: 'PosterReady', Detail: JSON.stringify({ video, poster }) }],
    }),
  );
};
