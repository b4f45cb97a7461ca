// Removed whether the work has failed or not.
import { randomUUID } from 'node:crypto';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineEventHandler, readMultipartFormData } from 'h3';
import { shrink } from '../../shrink';

export default defineEventHandler(async (event) => {
  const [file] = (await readMultipartFormData(event)) ?? [];
  const place = join('/tmp', `${randomUUID()}.jpg`);
  await writeFile(place, file!.data);
  try {
    const preview = await shrink(place);
    await unlink(place);
    return preview;
  } catch (error) {
    await unlink(place);
    throw error;
  }
});
