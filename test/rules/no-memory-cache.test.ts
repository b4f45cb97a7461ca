import { RuleTester } from '@typescript-eslint/rule-tester';

import { noMemoryCache } from '../../rules/no-memory-cache.js';

const tester = new RuleTester();

tester.run('no-memory-cache: caches without an authority', noMemoryCache, {
  valid: [
    {
      name: 'written in the store first and forgotten here',
      code: `
import { loadProfile, saveProfile } from './profiles';
const profiles = new Map();
export const update = async (event, context) => {
  await saveProfile(event.userId, event.profile);
  profiles.delete(event.userId);
};
export const show = async (event, context) => {
  const known = profiles.get(event.userId);
  if (known && known.expires > Date.now()) return known.profile;
  const profile = await loadProfile(event.userId);
  profiles.set(event.userId, { profile, expires: Date.now() + 60_000 });
  return profile;
};
`,
    },
    {
      name: 'answers of a pure function',
      code: `
const slugs = new Map();
export async function POST(request) {
  const { title } = await request.json();
  if (!slugs.has(title)) slugs.set(title, title.toLowerCase().replace(/\\W+/g, '-'));
  return Response.json(slugs.get(title));
}
`,
    },
  ],
  invalid: [
    {
      name: 'written here first and in the store later',
      code: `
import { saveProfile } from './profiles';
const profiles = new Map();
export const update = async (event, context) => {
  profiles.set(event.userId, event.profile);
  await saveProfile(event.userId, event.profile);
};
export const show = async (event, context) => profiles.get(event.userId) ?? (await fetch(\`https://profiles.example.com/\${event.userId}\`)).json();
`,
      errors: [{ messageId: 'memoryCacheWrittenFirst', data: { name: 'profiles', where: 'update, line 5' }, line: 3, column: 7 }],
    },
    {
      name: 'answers computed from the request and kept',
      code: `
import { recommend } from './model';
const answers = new Map();
export async function POST(request) {
  const { userId, basket } = await request.json();
  if (!answers.has(userId)) answers.set(userId, recommend(userId, basket, Math.random()));
  return Response.json(answers.get(userId));
}
`,
      errors: [{ messageId: 'memoryCache', data: { name: 'answers', where: 'POST, line 6' }, line: 3, column: 7 }],
    },
  ],
});

tester.run('no-memory-cache: strict', noMemoryCache, {
  valid: [
    {
      name: 'a cache with an authority and neither expiry nor bound',
      code: `
import { loadPrice } from './prices';
const prices = new Map();
export const handler = async (event) => {
  const known = prices.get(event.sku);
  if (known !== undefined) return known;
  const price = await loadPrice(event.sku);
  prices.set(event.sku, price);
  return price;
};
`,
    },
    {
      name: 'a cache with an authority and an expiry, in strict',
      code: `
import { loadPrice } from './prices';
const prices = new Map();
export const handler = async (event) => {
  const known = prices.get(event.sku);
  if (known !== undefined && known.expires > Date.now()) return known.price;
  const price = await loadPrice(event.sku);
  prices.set(event.sku, { price, expires: Date.now() + 30_000 });
  return price;
};
`,
      options: [{ strict: true }],
    },
    {
      name: 'a cache with an authority and a bound, in strict',
      code: `
import { loadPrice } from './prices';
const prices = new Map();
export const handler = async (event) => {
  const known = prices.get(event.sku);
  if (known !== undefined) return known;
  const price = await loadPrice(event.sku);
  if (prices.size > 500) prices.clear();
  prices.set(event.sku, price);
  return price;
};
`,
      options: [{ strict: true }],
    },
    {
      name: 'a configuration that is asked for again, in strict',
      code: `
import { loadConfig } from './config';
let config;
let loadedAt = 0;
export const handler = async () => {
  if (!config || Date.now() - loadedAt > 60_000) {
    config = await loadConfig();
    loadedAt = Date.now();
  }
  return config.banner;
};
`,
      options: [{ strict: true }],
    },
  ],
  invalid: [
    {
      name: 'a cache with an authority and neither expiry nor bound, in strict',
      code: `
import { loadPrice } from './prices';
const prices = new Map();
export const handler = async (event) => {
  const known = prices.get(event.sku);
  if (known !== undefined) return known;
  const price = await loadPrice(event.sku);
  prices.set(event.sku, price);
  return price;
};
`,
      options: [{ strict: true }],
      errors: [{ messageId: 'memoryCacheUnbounded', data: { name: 'prices', where: 'handler, line 8' }, line: 3, column: 7 }],
    },
  ],
});

tester.run('no-memory-cache: libraries', noMemoryCache, {
  valid: [
    {
      name: 'a loader of a library of one invocation',
      code: `
import DataLoader from 'dataloader';
import { loadUsers } from './users';
export const handler = async (event) => {
  const users = new DataLoader(loadUsers);
  return Promise.all(event.userIds.map((id) => users.load(id)));
};
`,
    },
  ],
  invalid: [
    {
      name: 'a loader of a library that lives as long as the module',
      code: `
import DataLoader from 'dataloader';
import { loadUsers } from './users';
const users = new DataLoader(loadUsers);
export const handler = async (event) => users.load(event.userId);
`,
      errors: [
        {
          messageId: 'memoryCacheLibrary',
          data: {
            name: 'users',
            library: 'dataloader',
            holds: 'cached values',
            evidence: '',
            consequence: 'every instance has values of its own, which outlive a change made elsewhere',
            wayOut: 'Make a loader for each request',
          },
          line: 4,
          column: 15,
        },
      ],
    },
  ],
});

tester.run('no-memory-cache: settings', noMemoryCache, {
  valid: [
    {
      name: 'the same preferences called benign',
      code: `
const preferences = new Map();
export const update = async (event, context) => {
  preferences.set(event.userId, { ...(await load(event.userId)), ...event.changes });
};
export const show = async (event, context) => load(event.userId);
async function load(userId) {
  if (!preferences.has(userId)) preferences.set(userId, await (await fetch(\`https://accounts.example.com/\${userId}\`)).json());
  return preferences.get(userId);
}
`,
      settings: { stateless: { benignNames: ['preferences'] } },
    },
  ],
  invalid: [
    {
      name: 'preferences that are only here',
      code: `
const preferences = new Map();
export const update = async (event, context) => {
  preferences.set(event.userId, { ...(await load(event.userId)), ...event.changes });
};
export const show = async (event, context) => load(event.userId);
async function load(userId) {
  if (!preferences.has(userId)) preferences.set(userId, await (await fetch(\`https://accounts.example.com/\${userId}\`)).json());
  return preferences.get(userId);
}
`,
      errors: [{ messageId: 'memoryCacheWrittenFirst', data: { name: 'preferences', where: 'update, line 4' }, line: 2, column: 7 }],
    },
  ],
});

const prices = `
import { prices } from '../lib/db';
const known = new Map();
export const change = async (event, context) => {
  prices.overwrite(event.sku, event.price);
  known.set(event.sku, event.price);
};
export const show = async (event, context) => known.get(event.sku) ?? (await prices.find(event.sku));
`;

tester.run('no-memory-cache: a store that the settings name, and that nobody awaits', noMemoryCache, {
  valid: [{ name: 'written first in a module of the settings', code: prices, settings: { stateless: { externalStores: ['./db'] } } }],
  invalid: [
    {
      name: 'written first in a module of which nothing is known',
      code: prices,
      settings: { stateless: { externalStores: ['./lib/orders'] } },
      errors: [{ messageId: 'memoryCacheWrittenFirst', data: { name: 'known', where: 'change, line 6' }, line: 3, column: 7 }],
    },
  ],
});
