/**
 * The libraries that keep their data in the process unless they are told otherwise, as data. Adding a library is adding an entry.
 *
 *     { packages: ['express-session'], imports: ['default'], form: 'call', external: ['store'], holds: 'sessions', … }
 *
 * Sources: the libraries' own documentation. A library whose documentation does not say where its data lives is left out.
 */
import type { MemoryStoreSetting } from '../../settings.js';

/** What a store holds, in the words of the message. */
export type Holding = keyof typeof CONSEQUENCES;

export const CONSEQUENCES = {
  'rate limits': 'every instance counts on its own, and a new instance starts at zero',
  sessions: 'a request on another instance finds no session, and a recycled instance loses them all',
  'published messages': 'subscribers on another instance never receive them',
  'scheduled jobs': 'nothing runs while no instance is awake, and every instance that is awake runs them again',
  'queued work': 'what has not run when the response is sent stops with the instance',
  conversations: 'the next turn on another instance starts from nothing',
  records: 'another instance does not find them, and a recycled one has lost them',
  'cached values': 'every instance has values of its own, which outlive a change made elsewhere',
  'breaker state': 'every instance learns of an outage on its own, and forgets it when it is recycled',
  locks: 'another instance enters at the same time',
  installations: 'another instance does not know who installed the app, and a recycled one has lost it',
} as const;

/** How code of the library is used. `register`: `fastify.register(plugin, options)`. `module`: the import itself is the store. */
export type Form = 'new' | 'call' | 'either' | 'register' | 'module';

/** What decides whether the construction is a hazard. */
export type Judgement =
  /** The construction itself. */
  | 'construction'
  /** How the values get in and what a miss leads to: `cache-use.ts`. */
  | 'cache'
  /** A store of data by its nature: as `cache`, but plain get and set functions count as keeping records. */
  | 'data'
  /** Whether somebody waits for the work: `job-use.ts`. */
  | 'jobs'
  /** Whether one invocation sends and another listens: `bus-use.ts`. */
  | 'bus'
  /** Whether anything is written to it by an invocation. */
  | 'writes';

export interface MemoryStore {
  readonly packages: readonly string[];
  /** Exports, with members where there are some: `default`, `RateLimiterMemory`, `ThrottlerModule.forRoot`; `()`: the result of a call. */
  readonly imports: readonly string[];
  readonly form: Form;
  readonly holds: Holding;
  /** What to do instead, as a sentence without its full stop. */
  readonly wayOut: string;
  readonly judgedBy: Judgement;
  /** `module`: it holds something between calls only where it lives as long as the module. */
  readonly lives: 'module' | 'anywhere';
  /** Options that give it an external store; any of them makes it silent. */
  readonly external?: readonly string[];
  /** Only with one of these options does it hold anything. */
  readonly needs?: readonly string[];
  /** The option that must have this value. */
  readonly option?: { readonly name: string; readonly value: RegExp };
  /** The position of the options among the arguments; for `register` among those after the plugin. */
  readonly optionsAt?: number;
  /** Any string argument or option must look like this: `:memory:`. */
  readonly argument?: RegExp;
  /** Arguments needed for it to be what is meant here. */
  readonly leastArguments?: number;
  /** Only with a function among the arguments does it do anything: `new Cron('0 0 * * *')` alone only reads the pattern. */
  readonly takesFunction?: boolean;
  /** A word that the file must have for the hazard to exist. */
  readonly mentions?: RegExp;
  /** Reasonable as a first level: reported in `strict` only. */
  readonly strictOnly?: boolean;
  readonly rule?: 'no-memory-store' | 'no-memory-lock' | 'no-memory-cache';
}

const MEMORY_PATH = /^(:memory:|sqlite::memory:|file::memory:.*)$/;

const limits = { holds: 'rate limits', judgedBy: 'construction', lives: 'anywhere' } as const;
const sessions = { holds: 'sessions', judgedBy: 'construction', lives: 'anywhere' } as const;
const messages = { holds: 'published messages', judgedBy: 'construction', lives: 'anywhere' } as const;
const schedule = {
  holds: 'scheduled jobs',
  judgedBy: 'construction',
  lives: 'anywhere',
  wayOut: "Let the platform's scheduler call a handler",
} as const;
const queue = {
  holds: 'queued work',
  judgedBy: 'jobs',
  lives: 'module',
  wayOut: 'Await the work before responding, or hand it to a message queue',
} as const;
const conversation = {
  holds: 'conversations',
  judgedBy: 'construction',
  lives: 'module',
  wayOut: 'Keep the messages in a database-backed history',
} as const;
const cache = { form: 'new', holds: 'records', judgedBy: 'cache', lives: 'module', wayOut: 'Keep them in Redis or a database' } as const;
const lock = {
  form: 'new',
  holds: 'locks',
  judgedBy: 'construction',
  lives: 'module',
  rule: 'no-memory-lock',
  wayOut: 'Take a lease in an external store, with an expiry and a fencing token',
} as const;
const memoryDatabase = {
  form: 'new',
  holds: 'records',
  judgedBy: 'writes',
  lives: 'module',
  argument: MEMORY_PATH,
  wayOut: 'Use a database outside the process',
} as const;

export const MEMORY_STORES: readonly MemoryStore[] = [
  // Rate limits
  {
    ...limits,
    packages: ['express-rate-limit'],
    imports: ['default', 'rateLimit'],
    form: 'either',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis or Memcached',
  },
  {
    ...limits,
    packages: ['express-slow-down'],
    imports: ['default', 'slowDown'],
    form: 'either',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis or Memcached',
  },
  {
    ...limits,
    packages: ['express-rate-limit'],
    imports: ['MemoryStore'],
    form: 'new',
    wayOut: 'Give the limiter a `store` in Redis or Memcached',
  },
  { ...limits, packages: ['express-brute'], imports: ['MemoryStore'], form: 'new', wayOut: 'Use a store in Redis or Memcached' },
  {
    ...limits,
    packages: ['rate-limiter-flexible'],
    imports: ['RateLimiterMemory'],
    form: 'new',
    wayOut: 'Use its Redis, DynamoDB or Postgres limiter',
  },
  {
    ...limits,
    packages: ['@fastify/rate-limit', 'fastify-rate-limit'],
    imports: ['default'],
    form: 'register',
    external: ['redis', 'store'],
    wayOut: 'Give it a `redis` client',
  },
  {
    ...limits,
    packages: ['@nestjs/throttler'],
    imports: ['ThrottlerModule.forRoot', 'ThrottlerModule.forRootAsync'],
    form: 'call',
    external: ['storage', 'useFactory.storage', 'useClass', 'useExisting'],
    wayOut: 'Give it a `storage` in Redis',
  },
  {
    ...limits,
    packages: ['koa-ratelimit'],
    imports: ['default'],
    form: 'call',
    option: { name: 'driver', value: /^memory$/ },
    wayOut: "Use the driver 'redis'",
  },
  {
    ...limits,
    packages: ['koa2-ratelimit'],
    imports: ['RateLimit.middleware'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis or a database',
  },
  {
    ...limits,
    packages: ['hono-rate-limiter'],
    imports: ['rateLimiter', 'webSocketLimiter'],
    form: 'call',
    external: ['store', 'binding'],
    wayOut: 'Give it a `store` in Redis or a key-value service',
  },
  { ...limits, packages: ['hono-rate-limiter'], imports: ['MemoryStore'], form: 'new', wayOut: 'Use its Redis or key-value store' },
  {
    ...limits,
    packages: ['elysia-rate-limit'],
    imports: ['rateLimit'],
    form: 'call',
    external: ['context'],
    wayOut: 'Give it a `context` in Redis',
  },
  { ...limits, packages: ['elysia-rate-limit'], imports: ['DefaultContext'], form: 'new', wayOut: 'Give the limiter a `context` in Redis' },
  { ...limits, packages: ['lambda-rate-limiter'], imports: ['default'], form: 'call', wayOut: 'Count in Redis or DynamoDB' },
  {
    ...limits,
    packages: ['limiter'],
    imports: ['RateLimiter', 'TokenBucket'],
    form: 'new',
    lives: 'module',
    wayOut: 'Count in Redis with an atomic increment, or limit at the gateway',
  },
  {
    ...limits,
    packages: ['async-sema'],
    imports: ['RateLimit'],
    form: 'call',
    lives: 'module',
    wayOut: 'Count in Redis with an atomic increment, or limit at the gateway',
  },
  {
    ...limits,
    packages: ['graphql-rate-limit'],
    imports: ['createRateLimitDirective', 'createRateLimitRule', 'getGraphQLRateLimiter'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `RedisStore`',
  },
  {
    ...limits,
    packages: ['graphql-rate-limit', '@envelop/rate-limiter'],
    imports: ['InMemoryStore'],
    form: 'new',
    wayOut: 'Use its `RedisStore`',
  },
  {
    ...limits,
    packages: ['graphql-rate-limit-directive'],
    imports: ['rateLimitDirective'],
    form: 'call',
    external: ['limiterClass'],
    wayOut: 'Give it a `limiterClass` in Redis',
  },
  {
    ...limits,
    packages: ['@envelop/rate-limiter'],
    imports: ['useRateLimiter'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `RedisStore`',
  },
  {
    ...limits,
    packages: ['better-auth', 'better-auth/minimal'],
    imports: ['betterAuth'],
    form: 'call',
    external: ['rateLimit.storage', 'rateLimit.customStorage', 'secondaryStorage'],
    needs: ['rateLimit'],
    wayOut: "Set `rateLimit.storage` to 'database' or 'secondary-storage'",
  },
  {
    ...limits,
    packages: ['bottleneck'],
    imports: ['default'],
    form: 'new',
    lives: 'module',
    external: ['datastore', 'connection'],
    judgedBy: 'jobs',
    wayOut: "Set `datastore: 'redis'`",
  },

  // Sessions
  {
    ...sessions,
    packages: ['express-session'],
    imports: ['default'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis or DynamoDB',
  },
  { ...sessions, packages: ['express-session'], imports: ['MemoryStore'], form: 'new', wayOut: 'Use a store in Redis or DynamoDB' },
  { ...sessions, packages: ['memorystore'], imports: ['()'], form: 'new', wayOut: 'Use a store in Redis or DynamoDB' },
  {
    ...sessions,
    packages: ['next-session'],
    imports: ['default'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis',
  },
  {
    ...sessions,
    packages: ['@fastify/session', 'fastify-session'],
    imports: ['default', 'fastifySession'],
    form: 'register',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis',
  },
  {
    ...sessions,
    packages: ['koa-generic-session'],
    imports: ['default'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `store` in Redis',
  },
  {
    ...sessions,
    packages: ['hono-sessions'],
    imports: ['MemoryStore'],
    form: 'new',
    wayOut: 'Use its cookie store, or one in a key-value service',
  },
  { ...sessions, packages: ['grammy'], imports: ['session'], form: 'call', external: ['storage'], wayOut: 'Give it a `storage` adapter' },
  { ...sessions, packages: ['grammy'], imports: ['MemorySessionStorage'], form: 'new', wayOut: 'Use a storage adapter of grammY' },
  {
    ...sessions,
    packages: ['telegraf'],
    imports: ['session', 'default.session', 'Telegraf.session'],
    form: 'call',
    external: ['store'],
    wayOut: 'Give it a `store` of @telegraf/session',
  },
  {
    ...sessions,
    packages: ['telegraf', 'telegraf/session'],
    imports: ['MemorySessionStore'],
    form: 'new',
    wayOut: 'Use a store of @telegraf/session',
  },
  {
    ...sessions,
    packages: [
      '@remix-run/node',
      '@remix-run/cloudflare',
      '@remix-run/deno',
      '@remix-run/server-runtime',
      'react-router',
      '@react-router/node',
    ],
    imports: ['createMemorySessionStorage'],
    form: 'call',
    wayOut: 'Use cookie sessions, or `createSessionStorage` over a database',
  },
  {
    ...sessions,
    packages: ['@shopify/shopify-app-session-storage-memory'],
    imports: ['MemorySessionStorage'],
    form: 'new',
    wayOut: 'Use one of its database session storages',
  },
  {
    ...sessions,
    packages: ['@node-saml/node-saml', '@node-saml/passport-saml', 'passport-saml'],
    imports: ['SAML', 'Strategy', 'default.Strategy'],
    form: 'new',
    external: ['cacheProvider'],
    needs: ['validateInResponseTo'],
    wayOut: 'Give it a `cacheProvider` in Redis',
  },
  {
    ...sessions,
    packages: ['@node-saml/node-saml', '@node-saml/passport-saml'],
    imports: ['InMemoryCacheProvider'],
    form: 'new',
    wayOut: 'Write a `CacheProvider` over Redis',
  },
  {
    ...sessions,
    packages: ['oidc-provider'],
    imports: ['default', 'Provider'],
    form: 'new',
    external: ['adapter'],
    optionsAt: 1,
    wayOut: 'Give it an `adapter` over a database',
  },

  // Installations of bots and apps
  {
    ...sessions,
    packages: ['@slack/bolt', '@slack/oauth'],
    imports: ['FileInstallationStore', 'MemoryInstallationStore'],
    form: 'new',
    holds: 'installations',
    wayOut: 'Write an `installationStore` over a database',
  },
  {
    ...sessions,
    packages: ['@slack/bolt'],
    imports: ['App', 'HTTPReceiver', 'ExpressReceiver'],
    form: 'new',
    holds: 'installations',
    external: ['installationStore', 'authorize', 'receiver'],
    needs: ['clientSecret'],
    wayOut: 'Give it an `installationStore` over a database',
  },
  {
    ...sessions,
    packages: ['@slack/oauth'],
    imports: ['InstallProvider'],
    form: 'new',
    holds: 'installations',
    external: ['installationStore'],
    wayOut: 'Give it an `installationStore` over a database',
  },
  {
    ...sessions,
    packages: ['@slack/bolt'],
    imports: ['App'],
    form: 'new',
    holds: 'conversations',
    external: ['convoStore'],
    mentions: /\bupdateConversation\b/,
    wayOut: 'Give it a `convoStore` over a database',
  },
  {
    ...sessions,
    packages: ['@slack/bolt'],
    imports: ['MemoryStore'],
    form: 'new',
    holds: 'conversations',
    wayOut: 'Write a conversation store over a database',
  },

  // Publish and subscribe
  {
    ...messages,
    packages: [
      'graphql-subscriptions',
      'apollo-server',
      'apollo-server-express',
      'apollo-server-lambda',
      'apollo-server-koa',
      'apollo-server-fastify',
    ],
    imports: ['PubSub'],
    form: 'new',
    wayOut: 'Use a PubSub over Redis or a message service',
  },
  {
    ...messages,
    packages: ['graphql-yoga', '@graphql-yoga/subscription', '@graphql-yoga/node'],
    imports: ['createPubSub'],
    form: 'call',
    external: ['eventTarget'],
    wayOut: 'Give it an `eventTarget` over Redis',
  },
  {
    ...messages,
    packages: ['mercurius'],
    imports: ['default'],
    form: 'register',
    external: ['subscription.emitter', 'subscription.pubsub'],
    needs: ['subscription'],
    wayOut: 'Give `subscription` an `emitter` over Redis',
  },
  {
    ...messages,
    packages: ['events', 'node:events'],
    imports: ['default', 'EventEmitter'],
    form: 'new',
    judgedBy: 'bus',
    lives: 'module',
    wayOut: 'Publish through Redis or a message service',
  },
  {
    ...messages,
    packages: ['eventemitter3', 'eventemitter2'],
    imports: ['default', 'EventEmitter', 'EventEmitter2', 'EventEmitter3'],
    form: 'new',
    judgedBy: 'bus',
    lives: 'module',
    wayOut: 'Publish through Redis or a message service',
  },
  {
    ...messages,
    packages: ['mitt'],
    imports: ['default'],
    form: 'call',
    judgedBy: 'bus',
    lives: 'module',
    wayOut: 'Publish through Redis or a message service',
  },
  {
    ...messages,
    packages: ['socket.io'],
    imports: ['Server', 'default'],
    form: 'either',
    external: ['adapter'],
    optionsAt: -1,
    judgedBy: 'bus',
    lives: 'anywhere',
    wayOut: 'Set an `adapter` over Redis',
  },

  // Jobs
  { ...schedule, packages: ['node-cron'], imports: ['schedule', 'createTask'], form: 'call' },
  { ...schedule, packages: ['node-schedule'], imports: ['scheduleJob', 'RecurrenceRule.scheduleJob'], form: 'call', leastArguments: 2 },
  { ...schedule, packages: ['cron'], imports: ['CronJob', 'CronJob.from', 'default.CronJob'], form: 'either' },
  { ...schedule, packages: ['croner'], imports: ['default', 'Cron'], form: 'either', takesFunction: true },
  { ...schedule, packages: ['toad-scheduler'], imports: ['ToadScheduler'], form: 'new' },
  { ...schedule, packages: ['bree'], imports: ['default'], form: 'new' },
  { ...schedule, packages: ['@nestjs/schedule'], imports: ['ScheduleModule.forRoot'], form: 'call' },
  { ...queue, packages: ['p-queue'], imports: ['default', 'PQueue'], form: 'new' },
  { ...queue, packages: ['fastq'], imports: ['default', 'promise'], form: 'either' },
  { ...queue, packages: ['better-queue'], imports: ['default'], form: 'either', external: ['store'], optionsAt: 1 },
  { ...queue, packages: ['async', 'async-es'], imports: ['queue', 'priorityQueue', 'cargo', 'cargoQueue', 'default.queue'], form: 'call' },
  { ...queue, packages: ['async/queue', 'async/cargo', 'async-es/queue'], imports: ['default'], form: 'call' },

  // Agents
  {
    ...conversation,
    packages: ['@langchain/langgraph', '@langchain/langgraph/web', '@langchain/langgraph-checkpoint'],
    imports: ['MemorySaver', 'InMemoryStore'],
    form: 'new',
    lives: 'anywhere',
    wayOut: 'Use a database-backed saver or store',
  },
  {
    ...conversation,
    packages: ['langchain/memory', '@langchain/classic/memory'],
    imports: [
      'BufferMemory',
      'BufferWindowMemory',
      'ConversationSummaryMemory',
      'ConversationSummaryBufferMemory',
      'ConversationTokenBufferMemory',
      'EntityMemory',
    ],
    form: 'new',
    external: ['chatHistory'],
  },
  {
    ...conversation,
    packages: [
      'langchain/memory',
      '@langchain/classic/memory',
      'langchain/stores/message/in_memory',
      '@langchain/community/stores/message/in_memory',
    ],
    imports: ['ChatMessageHistory'],
    form: 'new',
  },
  { ...conversation, packages: ['@langchain/core/chat_history'], imports: ['InMemoryChatMessageHistory'], form: 'new' },
  {
    ...conversation,
    packages: ['@langchain/core/stores', 'langchain/storage/in_memory', '@langchain/classic/storage/in_memory'],
    imports: ['InMemoryStore'],
    form: 'new',
    judgedBy: 'writes',
    holds: 'records',
    wayOut: 'Use a store over Redis or a database',
  },
  {
    ...conversation,
    packages: ['langchain/vectorstores/memory', '@langchain/classic/vectorstores/memory'],
    imports: ['MemoryVectorStore', 'MemoryVectorStore.fromTexts', 'MemoryVectorStore.fromDocuments'],
    form: 'either',
    judgedBy: 'writes',
    holds: 'records',
    wayOut: 'Use a vector database',
  },
  {
    ...conversation,
    packages: ['botbuilder', 'botbuilder-core'],
    imports: ['MemoryStorage'],
    form: 'new',
    lives: 'anywhere',
    wayOut: 'Use a blob or database storage',
  },
  {
    ...conversation,
    packages: ['@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore'],
    imports: ['InMemoryEventStore'],
    form: 'new',
    lives: 'anywhere',
    holds: 'sessions',
    wayOut: 'Write an event store over Redis or a database',
  },

  // Data and caches
  { ...cache, packages: ['lru-cache'], imports: ['default', 'LRUCache', 'LRU'], form: 'either' },
  { ...cache, packages: ['node-cache'], imports: ['default', 'NodeCache'] },
  { ...cache, packages: ['@cacheable/node-cache'], imports: ['default', 'NodeCache'] },
  { ...cache, packages: ['@cacheable/node-cache'], imports: ['NodeCacheStore'], external: ['secondary'] },
  { ...cache, packages: ['quick-lru'], imports: ['default'] },
  { ...cache, packages: ['tiny-lru'], imports: ['default', 'lru', 'LRU'], form: 'either' },
  { ...cache, packages: ['@isaacs/ttlcache'], imports: ['default', 'TTLCache'] },
  { ...cache, packages: ['lru_map'], imports: ['LRUMap'] },
  { ...cache, packages: ['memory-cache'], imports: ['Cache'] },
  { ...cache, packages: ['memory-cache'], imports: ['default'], form: 'module' },
  { ...cache, packages: ['cacheable'], imports: ['Cacheable'], external: ['secondary', 'primary'] },
  { ...cache, packages: ['cacheable', '@cacheable/memory'], imports: ['CacheableMemory'] },
  {
    ...cache,
    packages: ['cache-manager'],
    imports: ['createCache', 'caching', 'multiCaching'],
    form: 'call',
    external: ['stores', 'store'],
  },
  {
    ...cache,
    packages: ['keyv'],
    imports: ['default', 'Keyv'],
    judgedBy: 'data',
    external: ['store', 'uri', 'adapter', 'get'],
    wayOut: 'Give it a store: `@keyv/redis` or `@keyv/postgres`',
  },
  {
    ...cache,
    packages: ['unstorage'],
    imports: ['createStorage'],
    form: 'call',
    judgedBy: 'data',
    external: ['driver'],
    wayOut: 'Give it a `driver` outside the process',
  },
  {
    ...cache,
    packages: ['dataloader'],
    imports: ['default'],
    judgedBy: 'construction',
    holds: 'cached values',
    external: ['cacheMap'],
    optionsAt: 1,
    rule: 'no-memory-cache',
    wayOut: 'Make a loader for each request',
  },
  {
    ...memoryDatabase,
    packages: ['better-sqlite3', 'sqlite3', 'node:sqlite', 'bun:sqlite', 'sqlite'],
    imports: ['default', 'Database', 'DatabaseSync', 'open', 'cached.Database'],
    form: 'either',
  },
  {
    ...memoryDatabase,
    packages: ['@libsql/client', '@libsql/client/web', 'knex', 'sequelize', 'typeorm', '@mastra/libsql'],
    imports: ['createClient', 'default', 'knex', 'Sequelize', 'DataSource', 'createConnection', 'LibSQLStore'],
    form: 'either',
  },
  {
    ...memoryDatabase,
    packages: ['nedb', '@seald-io/nedb', 'nedb-promises', '@nedb/core'],
    imports: ['default', 'create', 'default.create'],
    form: 'either',
    argument: undefined,
    external: ['filename'],
  },
  { ...memoryDatabase, packages: ['lowdb'], imports: ['Memory', 'MemorySync'], argument: undefined, judgedBy: 'construction' },
  {
    ...memoryDatabase,
    packages: ['mongodb-memory-server', 'mongodb-memory-server-core'],
    imports: ['MongoMemoryServer', 'MongoMemoryServer.create', 'MongoMemoryReplSet', 'MongoMemoryReplSet.create'],
    form: 'either',
    argument: undefined,
    judgedBy: 'construction',
    lives: 'anywhere',
  },
  {
    ...memoryDatabase,
    packages: ['ioredis-mock', 'redis-mock'],
    imports: ['default', 'createClient'],
    form: 'either',
    argument: undefined,
    judgedBy: 'construction',
    lives: 'anywhere',
    wayOut: 'Connect to a real Redis',
  },
  {
    ...memoryDatabase,
    packages: ['better-auth/adapters/memory'],
    imports: ['memoryAdapter'],
    form: 'call',
    argument: undefined,
    judgedBy: 'construction',
    lives: 'anywhere',
    wayOut: 'Use a database adapter',
  },

  // Breakers
  {
    packages: ['opossum'],
    imports: ['default'],
    form: 'new',
    holds: 'breaker state',
    judgedBy: 'construction',
    lives: 'module',
    external: ['state'],
    optionsAt: 1,
    wayOut: 'Keep the breaker state in Redis, and restore it with `state`',
  },
  {
    packages: ['cockatiel'],
    imports: ['circuitBreaker'],
    form: 'call',
    holds: 'breaker state',
    judgedBy: 'construction',
    lives: 'module',
    external: ['initialState'],
    optionsAt: 1,
    wayOut: 'Keep the breaker state in Redis, and restore it with `initialState`',
  },

  // Locks
  { ...lock, packages: ['async-mutex'], imports: ['Mutex', 'Semaphore'] },
  { ...lock, packages: ['async-lock', 'p-mutex', 'await-lock'], imports: ['default'] },
  { ...lock, packages: ['async-sema'], imports: ['Sema'] },
  { ...lock, packages: ['await-semaphore', 'semaphore-async-await'], imports: ['Mutex', 'Semaphore', 'Lock', 'default'] },

  // First levels
  {
    ...cache,
    packages: ['@nestjs/cache-manager', '@nestjs/common'],
    imports: ['CacheModule.register', 'CacheModule.registerAsync'],
    form: 'call',
    judgedBy: 'construction',
    lives: 'anywhere',
    holds: 'cached values',
    external: ['store', 'stores', 'useFactory.store', 'useFactory.stores', 'useClass', 'useExisting'],
    strictOnly: true,
    wayOut: 'Give it a `store` in Redis',
  },
  {
    ...cache,
    packages: ['@apollo/utils.keyvaluecache', 'apollo-server-caching'],
    imports: ['InMemoryLRUCache'],
    judgedBy: 'construction',
    lives: 'anywhere',
    holds: 'cached values',
    strictOnly: true,
    wayOut: 'Use a `KeyvAdapter` over Redis',
  },
];

/** An entry of the user's settings, in the form of the table. */
export function storeOfSetting(setting: MemoryStoreSetting): MemoryStore & { readonly concern?: string } {
  return {
    packages: [setting.package],
    imports: [setting.import],
    form: setting.kind,
    holds: 'records',
    judgedBy: 'construction',
    lives: 'anywhere',
    ...(setting.externalOption && { external: [setting.externalOption] }),
    wayOut: setting.replacement
      ? `Use ${setting.replacement}`
      : setting.externalOption
        ? `Give it the option \`${setting.externalOption}\``
        : 'Use a store outside the process',
    ...(setting.concern && { concern: setting.concern }),
  };
}
