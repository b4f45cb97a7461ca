import functions from '@google-cloud/functions-framework';
import { readFile, writeFile } from 'node:fs/promises';
import { entriesSince } from './feed.mjs';
import { publish } from './newsroom.mjs';

const POSITION = `${process.env.TMPDIR ?? '/tmp'}/feed-position`;

async function position() {
  try {
    return await readFile(POSITION, 'utf8');
  } catch {
    return '0';
  }
}

functions.cloudEvent('pullNewsFeed', async () => {
  const entries = await entriesSince(await position());
  for (const entry of entries) {
    await publish(entry);
  }
  if (entries.length > 0) {
    await writeFile(POSITION, entries.at(-1).id); // flag: no-tmp-storage
  }
});
