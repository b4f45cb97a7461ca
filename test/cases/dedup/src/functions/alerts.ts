import { page } from './pager';

const told = new Map<string, number>(); // flag: no-memory-dedup

export const handler = async (event: { monitor: string }) => {
  const at = told.get(event.monitor);
  if (at !== undefined && Date.now() - at < 3_600_000) return;
  told.set(event.monitor, Date.now());
  await page(event.monitor);
};
