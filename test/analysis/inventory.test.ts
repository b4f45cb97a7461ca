import { describe, expect, it } from 'vitest';

import { takeInventory, type Inventory } from '../../src/analysis/inventory/index.js';
import { readFacts } from './read-facts.js';

function inventoryOf(code: string, path?: string, settings?: unknown): Inventory {
  return readFacts({ code, path, settings }, (_, context) => takeInventory(context))!;
}

/** The stores of a file, printed with what the first line of each shows: `Amazon S3 (object storage): file, an object`. */
function storesOf(code: string, path?: string, settings?: unknown): string[] {
  const uses = inventoryOf(code, path, settings).stores.filter(({ store }) => store);
  return [...new Set(uses.map(({ store, evidence: [first] }) => `${store!.name} (${store!.kind})${first ? `: ${first.concern}, ${first.shows}` : ''}`))];
}

type Row = [what: string, code: string, stores: string[], path?: string];

const inHandler = (imports: string, work: string): string => `${imports}\nexport const handler = async (event) => { ${work} };`;

const ROWS: Record<string, readonly Row[]> = {
  'clients by import': [
    ['a command sent', inHandler(`import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'; const s3 = new S3Client({});`, `await s3.send(new PutObjectCommand({ Bucket, Key: event.id, Body }));`), ['Amazon S3 (object storage)', 'Amazon S3 (object storage): file, an object']],
    ['a command whose client came from elsewhere', `import { SendMessageCommand } from '@aws-sdk/client-sqs'; export async function enqueue(client, body) { await client.send(new SendMessageCommand({ QueueUrl, MessageBody: body })); }`, ['Amazon SQS (message system): hand-off, a message']],
    ['one service of many in a package', inHandler(`const AWS = require('aws-sdk'); const sns = new AWS.SNS();`, `await sns.publish({ TopicArn, Message: event.body }).promise();`), ['Amazon SNS (message system)', 'Amazon SNS (message system): hand-off, a message'], 'src/notify.cjs'],
    ['a chain of steps', inHandler(`import { MongoClient } from 'mongodb'; const mongo = new MongoClient(process.env.MONGO_URL);`, `await mongo.db('shop').collection('orders').insertOne(event);`), ['MongoDB (database)', 'MongoDB (database): record, a durable write']],
    ['a bare function of a package', inHandler(`import { put } from '@vercel/blob';`, `await put('invoice.pdf', event.body, { access: 'public' });`), ['Vercel Blob (object storage): file, an object']],
    ['a statement in a template', inHandler(`import { neon } from '@neondatabase/serverless'; const sql = neon(process.env.DATABASE_URL);`, 'await sql`INSERT INTO orders (id) VALUES (${event.id})`;'), ['PostgreSQL (database)', 'PostgreSQL (database): record, a durable write']],
    ['a field of a class', `import { Redis } from 'ioredis'; export class Sessions { #redis = new Redis(process.env.REDIS_URL); async save(id, value) { await this.#redis.setex(id, 60, value); } }`, ['Redis (cache)', 'Redis (cache): cache, an entry with an expiry']],
    ['a typed parameter', `import type { PrismaClient } from '@prisma/client'; export async function createOrder(db: PrismaClient, order: Order) { await db.order.create({ data: order }); }`, ['Prisma (database): record, a durable write']],
    ['a client that a function makes when needed', inHandler(`import { createClient } from 'redis'; let client; async function getClient() { client ??= await createClient({ url }).connect(); return client; }`, `const redis = await getClient(); await redis.get(event.id);`), ['Redis (cache): cache, a cache service']],
  ],
  'bindings': [
    ['by their methods', `export default { async fetch(request, env) { const row = await env.DB.prepare('SELECT 1').first(); await env.MAILS.send({ row }); return new Response(); } };`, ['Cloudflare D1 (database)', 'Cloudflare Queues (message system): hand-off, a message']],
    ['by the type that the file declares', `interface Env { LINKS: KVNamespace; PICTURES: R2Bucket } export default { async fetch(request: Request, env: Env) { await env.PICTURES.put('a', request.body); return new Response(await env.LINKS.get('a')); } };`, ['Cloudflare R2 (object storage): file, an object', 'Workers KV (database)']],
    ['a global', `Deno.serve(async (request) => { const kv = await Deno.openKv(); await kv.set(['orders', request.url], 1); return new Response(); });`, ['Deno KV (database)', 'Deno KV (database): record, a durable write']],
    ['not the environment of the process', `export const handler = async (event) => process.env.ORDERS.get(event.id);`, []],
  ],
  'what a call shows': [
    ['a conditional put claims a key', inHandler(`import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'; const ddb = DynamoDBDocumentClient.from(client);`, `await ddb.send(new PutCommand({ TableName: 'events', Item: { id: event.id }, ConditionExpression: 'attribute_not_exists(id)' }));`), ['Amazon DynamoDB (database)', 'Amazon DynamoDB (database): dedup, a write that fails or does nothing where the key is there']],
    ['a conditional put of a lease is a lock', inHandler(`import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'; const ddb = DynamoDBDocumentClient.from(client);`, `await ddb.send(new PutCommand({ TableName: 'leases', Item: { id: 'import' }, ConditionExpression: 'attribute_not_exists(id)' }));`), ['Amazon DynamoDB (database)', 'Amazon DynamoDB (database): lock, a conditional write of a lock']],
    ['an increment', inHandler(`import Redis from 'ioredis'; const redis = new Redis();`, 'await redis.incr(`limit:${event.ip}`);'), ['Redis (cache)', 'Redis (cache): counter, an atomic increment']],
    ['an upsert that adds', inHandler(`import { Pool } from 'pg'; const pool = new Pool();`, `await pool.query('INSERT INTO hits (day, n) VALUES ($1, 1) ON CONFLICT (day) DO UPDATE SET n = hits.n + 1', [day]);`), ['PostgreSQL (database)', 'PostgreSQL (database): counter, an atomic increment']],
    ['a status of a job', inHandler(`import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`, `await prisma.exportJob.update({ where: { id: event.id }, data: { status: 'running' } });`), ['Prisma (database)', 'Prisma (database): progress, a job row']],
    ['a status that is no job of anybody', inHandler(`import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`, `await prisma.order.update({ where: { id: event.id }, data: { status: 'paid' } });`), ['Prisma (database)', 'Prisma (database): record, a durable write']],
    ['a stored cursor', inHandler(`import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`, `await prisma.feed.update({ where: { id: event.id }, data: { cursor: event.next } });`), ['Prisma (database)', 'Prisma (database): checkpoint, a stored position']],
    ['a cursor that only pages through a list', inHandler(`import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`, `return prisma.feed.findMany({ cursor: { id: event.id } });`), ['Prisma (database)']],
    ['a workflow', inHandler(`import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'; const sfn = new SFNClient({});`, `await sfn.send(new StartExecutionCommand({ stateMachineArn, name: event.id }));`), ['AWS Step Functions (workflow store)', 'AWS Step Functions (workflow store): progress, a workflow engine']],
    ['opening a transaction shows nothing', inHandler(`import { Pool } from 'pg'; const pool = new Pool();`, `await pool.query('BEGIN');`), ['PostgreSQL (database)']],
    ['a partial batch response', `import type { SQSHandler } from 'aws-lambda'; export const handler: SQSHandler = async (event) => ({ batchItemFailures: [] });`, ['Amazon SQS (message system): retry, a partial batch response']],
  ],
};

describe.each(Object.entries(ROWS))('external stores: %s', (_, rows) => {
  it.each(rows)('%s', (_what, code, stores, path) => {
    expect(storesOf(code, path).sort()).toEqual([...stores].sort());
  });
});

describe('what is no store', () => {
  it.each([
    ['the answer of an operation', inHandler(`import { MongoClient } from 'mongodb'; const orders = new MongoClient(url).db().collection('orders');`, `const order = await orders.findOne({ id: event.id }); order.lines.map(String);`), 1],
    ['values and errors of a driver', inHandler(`import { ObjectId } from 'mongodb';`, `return new ObjectId(event.id).toHexString();`), 0],
    ['a map of this process', `const orders = new Map(); export const handler = async (event) => orders.set(event.id, event);`, 0],
  ])('%s', (_, code, uses) => {
    expect(inventoryOf(code).stores.filter(({ evidence, store }) => store && evidence.length >= 0).filter(({ line }) => line === 2)).toHaveLength(uses);
  });

  it('a file of tests has no inventory at all', () => {
    expect(readFacts({ code: `import { S3Client } from '@aws-sdk/client-s3';`, path: 'src/upload.test.ts' }, (_, context) => takeInventory(context))).toBeUndefined();
  });
});

describe('settings', () => {
  it('name modules that talk to a store', () => {
    const code = inHandler(`import { saveOrder } from '../lib/orders-queue.js';`, `await saveOrder(event);`);
    expect(storesOf(code)).toEqual([]);
    expect(storesOf(code, undefined, { externalStores: ['./lib/orders-queue'] })).toEqual(['./lib/orders-queue (message system): hand-off, a message']);
  });
});

describe('what leads to other files', () => {
  it('names what each function uses of them, and leaves the kind of store open', () => {
    const code = `import { db } from '@/lib/db'; import * as carts from './carts'; export async function POST(request) { await db.order.create({ data }); return carts.add(request); }`;
    const { links, stores } = inventoryOf(code, 'app/api/orders/route.ts');
    expect(links).toEqual([
      { entry: 0, project: { specifier: '@/lib/db', name: 'db' }, member: 'order' },
      { entry: 0, project: { specifier: './carts', name: 'add' }, member: undefined },
    ]);
    expect(stores.filter(({ project }) => project?.name === 'db')).toMatchObject([{ project: { specifier: '@/lib/db', name: 'db' }, store: undefined, entries: [0], evidence: expect.arrayContaining([expect.objectContaining({ concern: 'record' })]) }]);
  });

  it.each([
    ['a handler in the options of a call', `import { app } from '@azure/functions'; import { createOrder } from './orders'; app.http('create', { methods: ['POST'], handler: createOrder });`, 'create: Azure Functions, http = createOrder of ./orders'],
    ['a module that is a function', `const functions = require('firebase-functions'); exports.welcome = functions.auth.user().onCreate(require('./auth/on-create'));`, 'welcome: Firebase, auth = default of ./auth/on-create'],
    ['a member of a module', `const functions = require('firebase-functions'); const notify = require('./notify'); exports.notify = functions.https.onRequest(notify.handle);`, 'notify: Firebase, http = handle of ./notify'],
    ['a method of an imported object', `import express from 'express'; import { orders } from './orders'; const app = express(); app.get('/orders', orders.list);`, 'GET /orders: Express, http = orders of ./orders, list'],
    ['members of a worker', `import { answer } from './answer'; import { sweep } from './sweep'; export default { fetch: answer, scheduled: sweep };`, 'fetch: Cloudflare Workers, http = answer of ./answer; scheduled: Cloudflare Workers, schedule = sweep of ./sweep'],
    ['an export that wraps', `import middy from '@middy/core'; import { charge } from './charge'; export const handler = middy(charge).use(trace());`, 'handler: AWS Lambda, event = charge of ./charge'],
    ['nothing of a package', `import express from 'express'; import cors from 'cors'; const app = express(); app.use(cors);`, ''],
    ['nothing that no platform is given', `import { createOrder } from './orders'; run('create', createOrder);`, ''],
  ])('names the functions of other files that it hands to a platform: %s', (_, code, registered) => {
    const facts = inventoryOf(code, 'src/main.ts').registered;
    expect(facts.map(({ name, platform, trigger, project, member }) => `${name}: ${platform}, ${trigger} = ${project.name} of ${project.specifier}${member === undefined ? '' : `, ${member}`}`).join('; ')).toBe(registered);
  });

  it('names what the file exports, with the store that it is a client of', () => {
    const code = `import { PrismaClient } from '@prisma/client'; export const prisma = globalThis.prisma ?? new PrismaClient(); export const getPrisma = () => prisma; export { carts } from './carts'; export * from './orders';`;
    const { exports, reexports } = inventoryOf(code, 'src/lib/db.ts');
    expect(exports.map(({ name, store }) => `${name}: ${store?.name}`)).toEqual(['prisma: Prisma', 'getPrisma: Prisma']);
    expect(reexports).toEqual([
      { name: 'carts', project: { specifier: './carts', name: 'carts' } },
      { name: '*', project: { specifier: './orders', name: '*' } },
    ]);
  });
});

describe('who sends the events of a Lambda function, by what it reads and answers', () => {
  const sourceOf = (code: string): string => {
    const [{ trigger, triggerName } = { trigger: '', triggerName: '' }] = inventoryOf(code).entries;
    return triggerName === undefined ? String(trigger) : `${trigger} ${triggerName}`;
  };

  it.each([
    ['queue SQS', 'export const handler = async (event) => { for (const record of event.Records) await save(JSON.parse(record.body)); };'],
    ['queue SQS', 'export const handler = async ({ Records }) => Promise.all(Records.map(({ body }) => save(body)));'],
    ['queue SNS', 'export const handler = async (event) => save(event.Records[0].Sns.Message);'],
    ['storage S3', 'const keyOf = (record) => record.s3.object.key; export const handler = async (event) => { for (const record of event.Records) await resize(keyOf(record)); };'],
    ['database DynamoDB', 'export const handler = async (event) => { const [first] = event.Records; await index(first.dynamodb.NewImage); };'],
    ['stream Kinesis', 'export const handler = async (event) => { event.Records.forEach((record) => count(record.kinesis.data)); };'],
    ['event EventBridge', `export const handler = async (event) => ship(event.detail.orderId);`],
    ['event CloudFormation', `export const handler = async (event) => { if (event.RequestType === 'Delete') await drop(event.PhysicalResourceId); };`],
    ['auth Cognito', `export const handler = async (event) => { if (event.triggerSource === 'PreSignUp_SignUp') event.response.autoConfirmUser = true; return event; };`],
    ['socket API Gateway', `export const handler = async (event) => { await connect(event.requestContext.connectionId); return { statusCode: 200 }; };`],
    ['http', 'export const handler = async (event) => find(event.pathParameters.id);'],
    ['http', 'const answer = (body) => ({ statusCode: 200, body }); export const handler = async (event) => answer(await work(event));'],
    ['http', 'export const handler = (event, context, callback) => { const response = {}; response.statusCode = 204; callback(null, response); };'],
    ['event', 'export const handler = async (event) => work(event.orderId);'],
    ['event', 'export const handler = async (event) => { const { body, Records } = await work(event); return save(Records, body); };'],
  ])('%s', (source, code) => {
    expect(sourceOf(code)).toBe(source);
  });

  it.each([
    ['createOrder: AWS Lambda, http', 'export const createOrder = async (event) => { await save(event.body); return { statusCode: 201 }; };'],
    ['resizeAll: AWS Lambda, storage', 'exports.resizeAll = async (event) => Promise.all(event.Records.map((record) => resize(record.s3.object.key)));'],
    ['userOf: undefined, undefined', 'export const userOf = async (event) => findUser(event.requestContext.authorizer.claims.sub);'],
    ['titleOf: undefined, undefined', 'export const titleOf = (event) => ({ statusCode: event.title });'],
  ])('tells a function under any name from a helper: %s', (entry, code) => {
    const [{ name, platform, trigger }] = inventoryOf(code).entries as [Inventory['entries'][number]];
    expect(`${name}: ${platform}, ${trigger}`).toBe(entry);
  });

  it('is left to the type where there is one', () => {
    expect(sourceOf(`import type { SNSEvent } from 'aws-lambda'; export const handler = async (event: SNSEvent) => ({ statusCode: 200 });`)).toBe('queue SNS');
  });
});

describe('benign reuse', () => {
  it.each([
    ['client', `import { S3Client } from '@aws-sdk/client-s3'; const s3 = new S3Client({}); export const handler = async (event) => s3.send(event);`],
    ['client, made when first needed', `let client; export const handler = async (event) => { client ??= new PaymentsClient(process.env.KEY); return client.pay(event); };`],
    ['value, set up when first needed', `let schema; export const handler = async (event) => { if (!schema) schema = await compileSchema(); return schema(event); };`],
    ['set-up flag', `let cold = true; export const handler = async (event) => { if (cold) { cold = false; await warm(); } return event; };`],
    ['configuration, asked for again', `let config; let at = 0; export const handler = async (event) => { if (Date.now() - at > 60000) { config = await loadConfig(); at = Date.now(); } return config[event.id]; };`],
    ['request context', `import { AsyncLocalStorage } from 'node:async_hooks'; const requests = new AsyncLocalStorage(); export const handler = (event) => requests.run(event, work);`],
  ])('%s', (role, code) => {
    expect(inventoryOf(code).reuse.map((fact) => fact.role)).toContain(role);
  });

  it('names nothing that a rule reports, and nothing that it does not recognise', () => {
    const reported = `const seen = new Set(); export const handler = async (event) => { if (seen.has(event.id)) return; seen.add(event.id); await charge(event); };`;
    expect(inventoryOf(reported).reuse).toEqual([]);
    const unknown = `let last; export const handler = async (event) => { last = summarise(event, last); return work(last); };`;
    expect(inventoryOf(unknown).reuse).toEqual([]);
  });
});

describe('who comes to a place', () => {
  const code = `const seen = new Set();
async function claim(id) {
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}
export const handler = async (event) => { if (await claim(event.id)) await charge(event); };
export const replay = async (event, context) => { await claim(event.id); };`;

  it('is told for state by all that touch it, with the line that decided', () => {
    const { entries, placeAt } = inventoryOf(code);
    const place = placeAt(1, 6);
    expect(place.entries.map((entry) => entries[entry]!.name)).toEqual(['handler', 'replay']);
    expect(place).toMatchObject({ chain: ['handler', 'claim'], decisiveLine: 4 });
  });

  it('is told for a call by the function around it', () => {
    const { entries, placeAt } = inventoryOf(code);
    expect(placeAt(7, 66).entries.map((entry) => entries[entry]!.name)).toEqual(['handler']);
  });

  it('is told for what a router is given by the handlers behind it', () => {
    const app = `import express from 'express';
import session from 'express-session';
const app = express();
app.use(session({ secret: 'x' }));
app.post('/orders', (req, res) => res.end());
app.get('/orders', (req, res) => res.end());`;
    const { entries, placeAt } = inventoryOf(app);
    const place = placeAt(4, 8);
    expect(place.entries.map((entry) => entries[entry]!.name)).toEqual(['POST /orders', 'GET /orders']);
    expect(place.holds).toBe('sessions');
  });
});
