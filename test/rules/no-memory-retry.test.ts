import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryRetry } from '../../rules/no-memory-retry.js';

const tester = new RuleTester();

tester.run('no-memory-retry: attempts', noMemoryRetry, {
  valid: [
    {
      name: 'attempts of a message as the queue counts them',
      code: `
import { deliver, park } from './webhooks';
export const handler = async (event) => {
  for (const record of event.Records) {
    try {
      await deliver(record);
    } catch (error) {
      const count = Number(record.attributes.ApproximateReceiveCount);
      if (count >= 3) await park(record);
      else throw error;
    }
  }
};
`,
    },
    {
      name: 'failures in a row within one invocation',
      code: `
import { askSupplier, useCatalogue } from './suppliers';
export const handler = async (event) => {
  let failures = 0;
  while (failures <= 5) {
    try {
      return await askSupplier(event.sku);
    } catch {
      failures += 1;
    }
  }
  return useCatalogue(event.sku);
};
`,
    },
  ],
  invalid: [
    {
      name: 'attempts of a message in a Map',
      code: `
import { deliver, park } from './webhooks';
const attempts = new Map();
export const handler = async (event) => {
  for (const record of event.Records) {
    try {
      await deliver(record);
      attempts.delete(record.messageId);
    } catch (error) {
      const count = (attempts.get(record.messageId) ?? 0) + 1;
      attempts.set(record.messageId, count);
      if (count >= 3) await park(record);
      else throw error;
    }
  }
};
`,
      errors: [{ messageId: 'memoryRetry', data: { name: 'attempts', where: 'handler, line 11' }, line: 3, column: 7 }],
    },
    {
      name: 'failures in a row',
      code: `
import { askSupplier, useCatalogue } from './suppliers';
let failures = 0;
export const handler = async (event) => {
  if (failures > 5) return useCatalogue(event.sku);
  try {
    const answer = await askSupplier(event.sku);
    failures = 0;
    return answer;
  } catch {
    failures += 1;
    return useCatalogue(event.sku);
  }
};
`,
      errors: [{ messageId: 'memoryRetry', data: { name: 'failures', where: 'handler, line 11' }, line: 3, column: 5 }],
    },
  ],
});

tester.run('no-memory-retry: breakers', noMemoryRetry, {
  valid: [
    {
      name: 'a breaker whose state is a row',
      code: `
import { charge } from './payments';
import { breaker } from './breaker-table';
export async function POST(request) {
  const { failures, openedAt } = await breaker.read('payments');
  if (failures >= 5 && Date.now() - openedAt < 30_000) return new Response('later', { status: 503 });
  try {
    const result = await charge(await request.json());
    await breaker.close('payments');
    return Response.json(result);
  } catch (error) {
    await breaker.countFailure('payments', Date.now());
    throw error;
  }
}
`,
    },
    {
      name: 'a breaker of one invocation',
      code: `
import { translate } from './translator';
class Breaker {
  private failures = 0;
  private openUntil = 0;
  async call(text: string) {
    if (Date.now() < this.openUntil) throw new Error('open');
    try {
      return await translate(text);
    } catch (error) {
      this.failures += 1;
      if (this.failures > 3) this.openUntil = Date.now() + 60_000;
      throw error;
    }
  }
}
export const handler = async (event) => {
  const breaker = new Breaker();
  return Promise.all(event.texts.map((text) => breaker.call(text)));
};
`,
    },
  ],
  invalid: [
    {
      name: 'every variable of a breaker',
      code: `
import { charge } from './payments';
let openedAt = 0;
let failures = 0;
export async function POST(request) {
  if (failures >= 5 && Date.now() - openedAt < 30_000) return new Response('later', { status: 503 });
  try {
    const result = await charge(await request.json());
    failures = 0;
    return Response.json(result);
  } catch (error) {
    failures += 1;
    openedAt = Date.now();
    throw error;
  }
}
`,
      errors: [
        { messageId: 'memoryBreaker', data: { name: 'openedAt', where: 'POST, line 13' }, line: 3, column: 5 },
        { messageId: 'memoryBreaker', data: { name: 'failures', where: 'POST, line 12' }, line: 4, column: 5 },
      ],
    },
    {
      name: 'fields of a breaker of one instance',
      code: `
import { translate } from './translator';
class Breaker {
  private failures = 0;
  private openUntil = 0;
  async call(text: string) {
    if (Date.now() < this.openUntil) throw new Error('open');
    try {
      return await translate(text);
    } catch (error) {
      this.failures += 1;
      if (this.failures > 3) this.openUntil = Date.now() + 60_000;
      throw error;
    }
  }
}
const breaker = new Breaker();
export const handler = async (event) => breaker.call(event.text);
`,
      errors: [
        { messageId: 'memoryRetry', data: { name: 'failures', where: 'handler → call, line 11' }, line: 4, column: 11 },
        { messageId: 'memoryBreaker', data: { name: 'openUntil', where: 'handler → call, line 12' }, line: 5, column: 11 },
      ],
    },
  ],
});

tester.run('no-memory-retry: delays', noMemoryRetry, {
  valid: [
    {
      name: 'a delay that grows within one invocation',
      code: `
import { publish } from './partner';
export const handler = async (event) => {
  let delay = 100;
  for (;;) {
    try {
      return await publish(event);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
      delay = Math.min(delay * 2, 30_000);
    }
  }
};
`,
    },
    {
      name: 'the same pause called benign',
      code: `
import { search } from './search';
let pausedUntil = 0;
export const handler = async (event) => {
  if (Date.now() < pausedUntil) return { statusCode: 503 };
  try {
    return await search(event.query);
  } catch (error) {
    pausedUntil = Date.now() + 10_000;
    throw error;
  }
};
`,
      settings: { stateless: { benignNames: ['pausedUntil'] } },
    },
  ],
  invalid: [
    {
      name: 'a delay that grows with each failure',
      code: `
import { publish } from './partner';
let delay = 100;
export const handler = async (event) => {
  await new Promise((resolve) => setTimeout(resolve, delay));
  try {
    await publish(event);
    delay = 100;
  } catch (error) {
    delay = Math.min(delay * 2, 30_000);
    throw error;
  }
};
`,
      errors: [{ messageId: 'memoryRetry', data: { name: 'delay', where: 'handler, line 10' }, line: 3, column: 5 }],
    },
    {
      name: 'a pause after a refusal',
      code: `
import { search } from './search';
let pausedUntil = 0;
export const handler = async (event) => {
  if (Date.now() < pausedUntil) return { statusCode: 503 };
  try {
    return await search(event.query);
  } catch (error) {
    pausedUntil = Date.now() + 10_000;
    throw error;
  }
};
`,
      errors: [{ messageId: 'memoryBreaker', data: { name: 'pausedUntil', where: 'handler, line 9' }, line: 3, column: 5 }],
    },
  ],
});
