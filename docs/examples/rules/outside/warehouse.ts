import { ask } from './ask';

interface Options {
  idempotencyKey?: string;
}

export async function copySource(jobId: string, { idempotencyKey }: Options = {}): Promise<void> {
  await ask('POST', `${process.env.WAREHOUSE_URL}/copies`, { jobId }, idempotencyKey);
}

export async function loadRows(jobId: string, { idempotencyKey }: Options = {}): Promise<void> {
  await ask('POST', `${process.env.WAREHOUSE_URL}/loads`, { jobId }, idempotencyKey);
}

export async function publish(jobId: string, { idempotencyKey }: Options = {}): Promise<void> {
  await ask('POST', `${process.env.WAREHOUSE_URL}/publications`, { jobId }, idempotencyKey);
}
