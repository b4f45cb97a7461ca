import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SQSHandler } from 'aws-lambda';
import { execFileSync } from 'node:child_process';
import { createReadStream, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const s3 = new S3Client({});

function render(parcel: string, zpl: string): string {
  const source = path.resolve('/tmp', `${parcel}.zpl`);
  const label = path.resolve('/tmp', `${parcel}.png`);
  writeFileSync(source, zpl);
  execFileSync('/opt/bin/zpl2png', [source, label]);
  unlinkSync(source);
  return label;
}

export const handler: SQSHandler = async (event) => {
  for (const { body } of event.Records) {
    const { parcel, zpl } = JSON.parse(body) as { parcel: string; zpl: string };
    const label = render(parcel, zpl);
    await s3.send(
      new PutObjectCommand({ Bucket: process.env.LABELS, Key: `${parcel}.png`, Body: createReadStream(label) }),
    );
    unlinkSync(label);
  }
};
