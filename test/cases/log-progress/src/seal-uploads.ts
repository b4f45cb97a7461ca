import { S3Client, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { sealObject } from './virus';

const s3 = new S3Client({});

export const handler = async () => {
  let token: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: 'uploads', ContinuationToken: token }));
    for (const { Key } of page.Contents ?? []) await sealObject(Key!);
    token = page.NextContinuationToken;
    console.log('next token', token); // flag: no-log-progress
  } while (token);
};
