import { RuleTester } from '@typescript-eslint/rule-tester';
import { noMemoryStore } from '../../rules/no-memory-store.js';

const tester = new RuleTester();

const COUNTED = 'every instance counts on its own, and a new instance starts at zero';
const MISSED = 'another instance does not find them, and a recycled one has lost them';
const NO_SESSION = 'a request on another instance finds no session, and a recycled instance loses them all';

tester.run('no-memory-store: what a missing option means', noMemoryStore, {
  valid: [
    {
      name: 'a limiter that counts in Redis',
      code: `
import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
app.use(rateLimit({ limit: 5, store: new RedisStore({ sendCommand }) }));
`,
    },
    {
      name: 'options that come from another file may name a store',
      code: `
import { rateLimit } from 'express-rate-limit';
import { common } from './limits';
app.use(rateLimit({ ...common, limit: 5 }));
`,
    },
    {
      name: 'a store without which the app does not start',
      code: `
const session = require('express-session');
if (!process.env.REDIS_URL) throw new Error('REDIS_URL is missing');
app.use(session({ secret, store: process.env.REDIS_URL ? new RedisStore({ client }) : undefined }));
`,
    },
    {
      name: 'memory that somebody asks for by name',
      code: `
const session = require('express-session');
app.use(session({ secret, store: process.env.SESSIONS === 'memory' ? undefined : new RedisStore({ client }) }));
`,
    },
    {
      name: 'a store that is added to the options later',
      code: `
const session = require('express-session');
const options = { secret };
if (client) options.store = new RedisStore({ client });
app.use(session(options));
`,
    },
    {
      name: 'a session store for development only',
      code: `
const session = require('express-session');
if (process.env.NODE_ENV !== 'production') {
  app.use(session({ secret }));
}
`,
    },
    {
      name: 'a package with the same export is another package',
      code: `
import { PubSub } from '@google-cloud/pubsub';
const pubsub = new PubSub();
export const handler = async (event) => pubsub.topic('orders').publishMessage({ json: event });
`,
    },
    {
      name: 'a throttler module with Redis behind its factory',
      code: `
import { ThrottlerModule } from '@nestjs/throttler';
export const throttling = ThrottlerModule.forRootAsync({ useFactory: (config) => ({ throttlers: [], storage: new RedisStorage(config) }) });
`,
    },
    {
      name: 'an insurance limiter only stands in while Redis is away',
      code: `
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
const backup = new RateLimiterMemory({ points: 1 });
export const limiter = new RateLimiterRedis({ storeClient, points: 5, insuranceLimiter: backup });
`,
    },
    {
      name: 'a fastify plugin with a Redis client',
      code: `
import rateLimit from '@fastify/rate-limit';
app.register(rateLimit, { max: 60, redis });
`,
    },
  ],
  invalid: [
    {
      name: 'a limiter with the default store',
      code: `
import { rateLimit } from 'express-rate-limit';
const limiter = rateLimit({ limit: 5 });
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'limiter',
            library: 'express-rate-limit',
            holds: 'rate limits',
            evidence: '',
            consequence: COUNTED,
            wayOut: 'Give it a `store` in Redis or Memcached',
          },
          line: 3,
          column: 17,
          endColumn: 26,
        },
      ],
    },
    {
      name: 'a store that is there only where a variable is set',
      code: `
const session = require('express-session');
app.use(session({ secret, store: process.env.REDIS_URL ? new RedisStore({ client }) : undefined }));
`,
      errors: [{ messageId: 'memoryStore', line: 3, column: 9, endColumn: 16 }],
    },
    {
      name: 'options of this file that name no store',
      code: `
import { rateLimit as limit } from 'express-rate-limit';
const common = { windowMs: 60_000 };
app.use(limit({ ...common, limit: 5 }));
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'limit',
            library: 'express-rate-limit',
            holds: 'rate limits',
            evidence: '',
            consequence: COUNTED,
            wayOut: 'Give it a `store` in Redis or Memcached',
          },
          line: 4,
          column: 9,
        },
      ],
    },
    {
      name: 'sessions in the memory store that is asked for by name',
      code: `
const session = require('express-session');
app.use(session({ secret, store: new session.MemoryStore() }));
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'session.MemoryStore',
            library: 'express-session',
            holds: 'sessions',
            evidence: '',
            consequence: NO_SESSION,
            wayOut: 'Use a store in Redis or DynamoDB',
          },
          line: 3,
          column: 34,
        },
      ],
    },
    {
      name: 'a throttler module whose factory names no storage',
      code: `
import { ThrottlerModule } from '@nestjs/throttler';
export const throttling = ThrottlerModule.forRootAsync({ useFactory: (config) => [{ ttl: 60, limit: config.limit }] });
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'throttling',
            library: '@nestjs/throttler',
            holds: 'rate limits',
            evidence: '',
            consequence: COUNTED,
            wayOut: 'Give it a `storage` in Redis',
          },
          line: 3,
          column: 27,
        },
      ],
    },
    {
      name: 'a limiter in memory',
      code: `
import { RateLimiterMemory } from 'rate-limiter-flexible';
const limiter = new RateLimiterMemory({ points: 5 });
export const handler = async (event) => limiter.consume(event.ip);
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'limiter',
            library: 'rate-limiter-flexible',
            holds: 'rate limits',
            evidence: '',
            consequence: COUNTED,
            wayOut: 'Use its Redis, DynamoDB or Postgres limiter',
          },
          line: 3,
          column: 17,
        },
      ],
    },
    {
      name: 'a fastify plugin that is imported where it is registered',
      code: `
export default async function limits(app) {
  await app.register(import('@fastify/rate-limit'), { max: 60 });
}
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'register(@fastify/rate-limit)',
            library: '@fastify/rate-limit',
            holds: 'rate limits',
            evidence: '',
            consequence: COUNTED,
            wayOut: 'Give it a `redis` client',
          },
          line: 3,
          column: 9,
        },
      ],
    },
    {
      name: 'a bot module that Deno loads from its address',
      code: `
import { session } from 'https://deno.land/x/grammy@v1.21.1/mod.ts';
bot.use(session({ initial: () => ({}) }));
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'session',
            library: 'grammy',
            holds: 'sessions',
            evidence: '',
            consequence: NO_SESSION,
            wayOut: 'Give it a `storage` adapter',
          },
          line: 3,
          column: 9,
        },
      ],
    },
  ],
});

tester.run('no-memory-store: a cache, or the only home', noMemoryStore, {
  valid: [
    {
      name: 'a miss is loaded from the table and set',
      code: `
import NodeCache from 'node-cache';
const products = new NodeCache({ stdTTL: 30 });
export const handler = async (event) => {
  let product = products.get(event.sku);
  if (!product) {
    product = await findProduct(event.sku);
    products.set(event.sku, product);
  }
  return product;
};
`,
    },
    {
      name: 'a hit is sent, a miss is what the rest of the request sends',
      code: `
const cache = require('memory-cache');
app.get('/menu', (req, res, next) => {
  const body = cache.get(req.url);
  if (body) {
    res.send(body);
    return;
  }
  res.sendLater = res.send;
  res.send = (made) => {
    cache.put(req.url, made, 60_000);
    res.sendLater(made);
  };
  next();
});
`,
    },
    {
      name: 'an order is saved before it is cached',
      code: `
import { LRUCache } from 'lru-cache';
const orders = new LRUCache({ max: 100 });
export async function POST(request) {
  const order = await request.json();
  await db.orders.insert(order);
  orders.set(order.id, order);
  return Response.json(order);
}
export async function GET(request) {
  return Response.json(orders.get(request.url) ?? null);
}
`,
    },
    {
      name: 'a cache of one request',
      code: `
import NodeCache from 'node-cache';
export const handler = async (event) => {
  const seen = new NodeCache();
  for (const record of event.Records) {
    if (seen.has(record.id)) continue;
    seen.set(record.id, true);
  }
};
`,
    },
    {
      name: 'a wrapper under the names of a cache says nothing of what is kept',
      code: `
import NodeCache from 'node-cache';
const cache = new NodeCache();
export const getFromCache = (key) => cache.get(key);
export const setInCache = (key, value) => cache.set(key, value);
`,
    },
    {
      name: 'an in-memory database that one request fills and drops',
      code: `
import Database from 'better-sqlite3';
export const handler = async (event) => {
  const db = new Database(':memory:');
  db.exec('INSERT INTO sales VALUES (1)');
  return db.prepare('SELECT sum(amount) FROM sales').get();
};
`,
    },
  ],
  invalid: [
    {
      name: 'a code is set by one request and compared by another',
      code: `
import NodeCache from 'node-cache';
const codes = new NodeCache({ stdTTL: 300 });
export const send = async (req) => {
  const code = makeCode();
  codes.set(req.body.email, code);
  await mail(req.body.email, code);
};
export const verify = (req) => codes.get(req.body.email) === req.body.code;
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'codes',
            library: 'node-cache',
            holds: 'records',
            evidence: ' (set on line 6, read on line 9 with nothing behind it)',
            consequence: MISSED,
            wayOut: 'Keep them in Redis or a database',
          },
          line: 3,
          column: 15,
        },
      ],
    },
    {
      name: 'a count in a cache that a factory gives to its closures',
      code: `
import { LRUCache } from 'lru-cache';
export function createLimiter() {
  const used = new LRUCache({ max: 500 });
  return {
    check(token) {
      const count = (used.get(token) ?? 0) + 1;
      used.set(token, count);
      return count <= 10;
    },
  };
}
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'used',
            library: 'lru-cache',
            holds: 'rate limits',
            evidence: ' (set on line 8, read on line 7 with nothing behind it)',
            consequence: COUNTED,
            wayOut: 'Keep them in Redis or a database',
          },
          line: 4,
          column: 16,
        },
      ],
    },
    {
      name: 'webhook ids remembered through two helpers',
      code: `
import QuickLRU from 'quick-lru';
const handled = new QuickLRU({ maxSize: 1000 });
const isHandled = (id) => handled.has(id);
const remember = (id) => { handled.set(id, true); };
export const handler = async (event) => {
  if (isHandled(event.id)) return;
  remember(event.id);
  await book(event);
};
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'handled',
            library: 'quick-lru',
            holds: 'records',
            evidence: ' (set on line 5, read on line 7 with nothing behind it)',
            consequence: MISSED,
            wayOut: 'Keep them in Redis or a database',
          },
          line: 3,
          column: 17,
        },
      ],
    },
    {
      name: 'tokens in a field of a service',
      code: `
import NodeCache from 'node-cache';
@Injectable()
export class TokenService {
  private readonly tokens = new NodeCache();
  issue(user: string) {
    const token = crypto.randomUUID();
    this.tokens.set(token, user);
    return token;
  }
  redeem(token: string) {
    return this.tokens.take(token);
  }
}
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'tokens',
            library: 'node-cache',
            holds: 'records',
            evidence: ' (set on line 8, read on line 12 with nothing behind it)',
            consequence: MISSED,
            wayOut: 'Keep them in Redis or a database',
          },
          line: 5,
          column: 29,
        },
      ],
    },
    {
      name: 'drafts in a Keyv without a store',
      code: `
import Keyv from 'keyv';
const drafts = new Keyv({ namespace: 'drafts' });
export async function saveDraft(id: string, text: string) { await drafts.set(id, text); }
export async function readDraft(id: string) { return drafts.get(id); }
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'drafts',
            library: 'keyv',
            holds: 'records',
            evidence: ' (set on line 4, read on line 5 with nothing behind it)',
            consequence: MISSED,
            wayOut: 'Give it a store: `@keyv/redis` or `@keyv/postgres`',
          },
          line: 3,
          column: 16,
        },
      ],
    },
  ],
});

tester.run('no-memory-store: messages and jobs', noMemoryStore, {
  valid: [
    {
      name: 'an emitter that one invocation makes and awaits',
      code: `
import { EventEmitter, once } from 'node:events';
export const handler = async (event) => {
  const quotes = new EventEmitter();
  subscribe(event.symbol, (quote) => quotes.emit('quote', quote));
  return once(quotes, 'quote');
};
`,
    },
    {
      name: 'sockets that only answer themselves',
      code: `
import { Server } from 'socket.io';
const io = new Server(server);
io.on('connection', (socket) => socket.on('ping', () => socket.emit('pong')));
`,
    },
    {
      name: 'a queue whose jobs are awaited',
      code: `
import PQueue from 'p-queue';
const queue = new PQueue({ concurrency: 2 });
export const handler = async (event) => {
  await Promise.all(event.Records.map((record) => queue.add(() => resize(record))));
};
`,
    },
    {
      name: 'a cron expression that is only checked',
      code: `
import cron from 'node-cron';
export const handler = async (event) => cron.validate(event.expression);
`,
    },
    {
      name: 'a lock belongs to no-memory-lock',
      code: `
import { Mutex } from 'async-mutex';
const mutex = new Mutex();
export const handler = async (event) => mutex.runExclusive(() => book(event));
`,
    },
    {
      name: 'a limit on what runs at once is for strict',
      code: `
import Bottleneck from 'bottleneck';
const limiter = new Bottleneck({ maxConcurrent: 3 });
export const handler = async (event) => limiter.schedule(() => resize(event));
`,
    },
  ],
  invalid: [
    {
      name: 'one handler emits, another listens',
      code: `
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
export async function POST(request) {
  bus.emit('note', await request.json());
  return new Response();
}
export async function GET(request) {
  bus.on('note', (note) => send(request, note));
  return new Response();
}
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'bus',
            library: 'EventEmitter',
            holds: 'published messages',
            evidence: ' (sent on line 5, awaited on line 9)',
            consequence: 'subscribers on another instance never receive them',
            wayOut: 'Publish through Redis or a message service',
          },
          line: 3,
          column: 13,
        },
      ],
    },
    {
      name: 'sockets that tell the others in their room',
      code: `
import { Server } from 'socket.io';
const io = new Server(server);
io.on('connection', (socket) => socket.on('draw', (board, line) => io.to(board).emit('drawn', line)));
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'io',
            library: 'socket.io',
            holds: 'published messages',
            evidence: ' (sent to other sockets on line 4)',
            consequence: 'subscribers on another instance never receive them',
            wayOut: 'Set an `adapter` over Redis',
          },
          line: 3,
          column: 12,
        },
      ],
    },
    {
      name: 'a queue whose jobs outlive the response',
      code: `
import PQueue from 'p-queue';
const queue = new PQueue({ concurrency: 2 });
export default function handler(req, res) {
  for (const key of req.body.keys) void queue.add(() => resize(key));
  res.status(202).end();
}
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'queue',
            library: 'p-queue',
            holds: 'queued work',
            evidence: ' (work given on line 5 is not awaited)',
            consequence: 'what has not run when the response is sent stops with the instance',
            wayOut: 'Await the work before responding, or hand it to a message queue',
          },
          line: 3,
          column: 15,
        },
      ],
    },
    {
      name: 'a cron job inside a route',
      code: `
import cron from 'node-cron';
export async function GET() {
  cron.schedule('* * * * *', sweep);
  return new Response();
}
`,
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'cron.schedule',
            library: 'node-cron',
            holds: 'scheduled jobs',
            evidence: '',
            consequence: 'nothing runs while no instance is awake, and every instance that is awake runs them again',
            wayOut: "Let the platform's scheduler call a handler",
          },
          line: 4,
          column: 3,
          endColumn: 16,
        },
      ],
    },
    {
      name: 'strict: a limit on what runs at once',
      code: `
import Bottleneck from 'bottleneck';
const limiter = new Bottleneck({ maxConcurrent: 3 });
export const handler = async (event) => limiter.schedule(() => resize(event));
`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'limiter',
            library: 'bottleneck',
            holds: 'queued work',
            evidence: '',
            consequence: 'what has not run when the response is sent stops with the instance',
            wayOut: "Set `datastore: 'redis'`",
          },
          line: 3,
          column: 17,
        },
      ],
    },
    {
      name: 'strict: a cache module without a store',
      code: `
import { CacheModule } from '@nestjs/cache-manager';
export const caching = CacheModule.register({ ttl: 5_000 });
`,
      options: [{ strict: true }],
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'caching',
            library: '@nestjs/cache-manager',
            holds: 'cached values',
            evidence: '',
            consequence: 'every instance has values of its own, which outlive a change made elsewhere',
            wayOut: 'Give it a `store` in Redis',
          },
          line: 3,
          column: 24,
        },
      ],
    },
  ],
});

tester.run('no-memory-store: settings', noMemoryStore, {
  valid: [
    {
      name: 'a library of the settings with its external option',
      code: `
import { Idempotency } from '@acme/idempotency';
export const keys = new Idempotency({ redis });
`,
      settings: {
        stateless: { memoryStores: [{ package: '@acme/idempotency', import: 'Idempotency', kind: 'new', externalOption: 'redis' }] },
      },
    },
  ],
  invalid: [
    {
      name: 'a library of the settings without it',
      code: `
import { Idempotency } from '@acme/idempotency';
export const keys = new Idempotency({ ttl: 60 });
`,
      settings: {
        stateless: {
          memoryStores: [
            {
              package: '@acme/idempotency',
              import: 'Idempotency',
              kind: 'new',
              externalOption: 'redis',
              concern: 'idempotency keys',
              replacement: 'its Redis option',
            },
          ],
        },
      },
      errors: [
        {
          messageId: 'memoryStore',
          data: {
            name: 'keys',
            library: '@acme/idempotency',
            holds: 'idempotency keys',
            evidence: '',
            consequence: MISSED,
            wayOut: 'Use its Redis option',
          },
          line: 3,
          column: 21,
        },
      ],
    },
  ],
});
