import { pullRows } from './rows';

const tenants: Record<string, { pulling: boolean }> = {}; // flag: no-memory-lock

export const handler = async (event: { tenant: string }) => {
  const tenant = (tenants[event.tenant] ??= { pulling: false });
  if (tenant.pulling) return { skipped: true };
  tenant.pulling = true;
  try {
    await pullRows(event.tenant);
  } finally {
    tenant.pulling = false;
  }
  return { skipped: false };
};
