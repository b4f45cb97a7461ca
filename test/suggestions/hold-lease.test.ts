import { noMemoryLock } from '../../rules/no-memory-lock.js';
import { testRewrites } from './test-rewrites.js';

testRewrites('hold a lease', noMemoryLock, {
  reported: 'memoryLock',
  settings: { stores: { lock: { module: '../stores.js', name: 'locks' } } },
  rewritten: [
    {
      name: 'a flag that is lowered in the end',
      filename: 'src/jobs/sync.ts',
      code: `import { syncStock } from '../stock.js';

/** Set while a run is on. */
let running = false;

export const handler = async () => {
  if (running) {
    console.log('still running');
    return { skipped: true };
  }
  running = true;
  try {
    return await syncStock();
  } finally {
    running = false;
  }
};
`,
      suggestions: [
        {
          messageId: 'holdLease',
          output: `import { syncStock } from '../stock.js';
import { locks } from '../stores.js';

export const handler = async () => {
  const lease = await locks.acquire('src/jobs/sync:running');
  if (!lease) {
    console.log('still running');
    return { skipped: true };
  }
  try {
    return await syncStock();
  } finally {
    await lease.release();
  }
};
`,
        },
      ],
    },
    {
      name: 'busy keys, where the work stands inside the test',
      filename: 'src/jobs/refund.ts',
      code: `import { refund } from '../payments.js';

const busy = new Set<string>();

export const handler = async (event: { order: string }) => {
  if (!busy.has(event.order)) {
    busy.add(event.order);
    try {
      await refund(event.order);
    } finally {
      busy.delete(event.order);
    }
  }
};
`,
      suggestions: [
        {
          messageId: 'holdLease',
          output: `import { refund } from '../payments.js';
import { locks } from '../stores.js';

export const handler = async (event: { order: string }) => {
  const lease = await locks.acquire(\`src/jobs/refund:busy:\${event.order}\`);
  if (lease) {
    try {
      await refund(event.order);
    } finally {
      await lease.release();
    }
  }
};
`,
        },
      ],
    },
  ],
  left: [
    {
      name: 'a flag that others wait for',
      code: `
import { syncStock } from './stock';
import { setTimeout as wait } from 'node:timers/promises';
let running = false;
export const handler = async () => {
  while (running) await wait(50);
  running = true;
  try {
    await syncStock();
  } finally {
    running = false;
  }
};
`,
    },
    {
      name: 'a flag that another function lowers',
      code: `
import { syncStock } from './stock';
let running = false;
const stop = () => {
  running = false;
};
export const handler = async () => {
  if (running) return;
  running = true;
  try {
    await syncStock();
  } finally {
    stop();
  }
};
`,
    },
    {
      name: 'a flag that is raised after more has been waited for',
      code: `
import { loadPlan, syncStock } from './stock';
let running = false;
export const handler = async () => {
  if (running) return;
  const plan = await loadPlan();
  running = true;
  try {
    await syncStock(plan);
  } finally {
    running = false;
  }
};
`,
    },
    {
      name: 'a flag that a second handler shows',
      code: `
import { syncStock } from './stock';
let running = false;
export const handler = async () => {
  if (running) return;
  running = true;
  try {
    await syncStock();
  } finally {
    running = false;
  }
};
export const statusHandler = async () => ({ running });
`,
    },
  ],
});
