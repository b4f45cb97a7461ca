import Bottleneck from 'bottleneck';
import type { S3Handler } from 'aws-lambda';
import { resize } from './pictures';

const limiter = new Bottleneck({ maxConcurrent: 3 });

export const handler: S3Handler = async ({ Records }) => {
  const pictures = Records.map(({ s3 }) => ({
    bucket: s3.bucket.name,
    key: decodeURIComponent(s3.object.key.replace(/\+/g, ' ')),
  }));
  await Promise.all(pictures.map(({ bucket, key }) => limiter.schedule(() => resize(bucket, key))));
};
