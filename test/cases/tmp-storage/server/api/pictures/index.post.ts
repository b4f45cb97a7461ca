// The picture stays on the disk; it is removed only where the row could not be written.
import { randomUUID } from 'node:crypto';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineEventHandler, readMultipartFormData } from 'h3';
import { db } from '../../database';

export default defineEventHandler(async (event) => {
  const [file] = (await readMultipartFormData(event)) ?? [];
  const name = `${randomUUID()}.jpg`;
  const place = join('/var/www/uploads', name);
  await writeFile(place, file!.data); // flag: no-tmp-storage
  try {
    await db.insert('pictures').values({ url: `/uploads/${name}` });
  } catch (error) {
    await unlink(place);
    throw error;
  }
  return { url: `/uploads/${name}` };
});
