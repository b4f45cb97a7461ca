import { createSchema, addDomain, greet } from './tenant-steps';

const behind = new Map<string, Set<string>>(); // flag: no-memory-progress
const STEPS = { createSchema, addDomain, greet };

export const handler = async (event: { tenant: string }) => {
  const done = behind.get(event.tenant) ?? new Set<string>();
  behind.set(event.tenant, done);
  for (const [name, run] of Object.entries(STEPS)) {
    if (done.has(name)) continue;
    await run(event.tenant);
    done.add(name);
  }
};
