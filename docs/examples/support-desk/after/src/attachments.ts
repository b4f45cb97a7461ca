import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const s3 = new S3Client({});
const Bucket = process.env.ATTACHMENTS_BUCKET!;

export async function storeAttachment(ticketId: string, name: string, bytes: Buffer): Promise<{ id: string }> {
  const Key = `tickets/${ticketId}/${encodeURIComponent(name)}`;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: bytes }));
  const { rows } = await pool.query(
    `INSERT INTO attachments (ticket_id, name, object_key) VALUES ($1, $2, $3)
     ON CONFLICT (object_key) DO UPDATE SET name = $2
     RETURNING id`,
    [ticketId, name, Key],
  );
  return rows[0];
}

export async function linkToAttachment(id: string): Promise<string | undefined> {
  const { rows } = await pool.query('SELECT object_key FROM attachments WHERE id = $1', [id]);
  if (rows.length === 0) return undefined;
  return getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: rows[0].object_key }), { expiresIn: 300 });
}
