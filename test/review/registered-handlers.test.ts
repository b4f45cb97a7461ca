import { describe, expect, it } from 'vitest';

import { takeInventory } from '../../src/analysis/inventory/index.js';
import { assembleReview } from '../../src/review/assemble-review.js';
import { readFacts } from '../analysis/read-facts.js';

/** The handlers of a review of these files, as it lists them, with the stores that they come to. */
function handlersOf(files: Readonly<Record<string, string>>): string[] {
  const linted = Object.entries(files).map(([path, code]) => ({
    path,
    findings: [],
    inventory: readFacts({ code, path }, (_, context) => takeInventory(context)),
    code: new Map<number, string>(),
  }));
  const { handlers, stores } = assembleReview(linted, []);
  const nameOf = (id: string): string => stores.find((store) => store.id === id)!.name;
  return handlers.map(
    ({ path, name, platform, trigger, stores: used }) =>
      `${path} ${name}: ${platform}, ${trigger}${used.length > 0 ? ` → ${used.map(nameOf).join(', ')}` : ''}`,
  );
}

const orders = `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient(); export async function createOrder(order) { return prisma.order.create({ data: order }); } export const format = (order) => String(order.id);`;

describe('handlers that another file hands to a platform', () => {
  it('are listed where they stand, with the platform and the name that the other file gives', () => {
    expect(
      handlersOf({
        'src/main.ts': `import { app } from '@azure/functions'; import { createOrder } from './orders'; app.http('create', { handler: createOrder });`,
        'src/orders.ts': orders,
      }),
    ).toEqual(['src/orders.ts create: Azure Functions, http → Prisma']);
  });

  it('are found through a file that exports them again', () => {
    expect(
      handlersOf({
        'src/main.ts': `import { app } from '@azure/functions'; import { createOrder } from './shop'; app.http('create', { handler: createOrder });`,
        'src/shop/index.ts': `export * from './orders';`,
        'src/shop/orders.ts': orders,
      }),
    ).toEqual(['src/shop/orders.ts create: Azure Functions, http → Prisma']);
  });

  it('get the route of the file that knows it', () => {
    expect(
      handlersOf({
        'src/main.ts': `import express from 'express'; import { list } from './orders'; const app = express(); app.get('/orders', list);`,
        'src/orders.ts': `export const list = async (req, res) => { res.json([]); };`,
      }),
    ).toEqual(['src/orders.ts GET /orders: Express, http']);
  });

  it('are listed once, under the platform that their own file knows', () => {
    expect(
      handlersOf({
        'src/main.ts': `import express from 'express'; import { handler } from './orders'; const app = express(); app.get('/orders', handler);`,
        'src/orders.ts': `export const handler = async (event) => ({ statusCode: 200 });`,
      }),
    ).toEqual(['src/orders.ts handler: AWS Lambda, http']);
  });

  it('are none where only the file that uses them is reviewed', () => {
    expect(
      handlersOf({
        'src/main.ts': `import { app } from '@azure/functions'; import { createOrder } from './orders'; app.http('create', { handler: createOrder });`,
      }),
    ).toEqual([]);
  });
});
