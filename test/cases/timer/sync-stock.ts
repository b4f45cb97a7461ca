import type { S3Event } from 'aws-lambda';
import { readStock, type Row } from './stock-file';
import { updateShop } from './shops';

export const handler = async ({ Records }: S3Event): Promise<{ failed: number }> => {
  const updates: Promise<void>[] = [];
  for (const { s3 } of Records) {
    const rows = await readStock(s3.bucket.name, s3.object.key);
    rows.forEach((row: Row) => {
      updates.push(updateShop(row.shop, row.sku, row.pieces));
    });
  }
  const results = await Promise.allSettled(updates);
  return { failed: results.filter(({ status }) => status === 'rejected').length };
};
