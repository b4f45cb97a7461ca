import { Worker } from 'bullmq';
import Redis from 'ioredis';
import pino from 'pino';
import { importRow, rowsOf } from '../lib/imports';

const log = pino({ name: 'imports' });
const connection = new Redis(process.env.REDIS_URL!, { maxRetriesPerRequest: null });

export const worker = new Worker(
  'imports',
  async (job) => {
    const rows = await rowsOf(job.data.file);
    for (const [index, row] of rows.entries()) {
      await importRow(row);
      await job.updateProgress({ done: index + 1, total: rows.length });
      log.info({ job: job.id }, `processed ${index + 1}/${rows.length}`);
    }
  },
  { connection },
);
