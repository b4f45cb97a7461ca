import type { ScheduledEvent } from 'aws-lambda';
import { tenants, rebuildIndex } from './search';

export const handler = async (event: ScheduledEvent) => {
  const all = await tenants();
  await Promise.all(all.map(async (tenant) => {
    await rebuildIndex(tenant.id);
  }));
  return { started: all.length };
};
