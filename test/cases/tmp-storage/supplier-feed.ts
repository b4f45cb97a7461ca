import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Handler } from 'aws-lambda';
import extract from 'extract-zip';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { upsertArticles } from './articles';

const s3 = new S3Client({});

export const handler: S3Handler = async ({ Records: [record] }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'feed-'));
  try {
    const archive = path.join(folder, 'feed.zip');
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: record.s3.bucket.name, Key: decodeURIComponent(record.s3.object.key) }),
    );
    fs.writeFileSync(archive, await Body!.transformToByteArray());
    await extract(archive, { dir: folder });
    for (const name of fs.readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
      await upsertArticles(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
