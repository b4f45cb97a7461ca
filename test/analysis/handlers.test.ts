import { describe, expect, it } from 'vitest';

import { functionName } from '../../src/analysis/handlers.js';
import { readFacts } from './read-facts.js';

/** What platforms run in a file, printed: `onOrder: Firebase, database (Firestore)`. */
function handlersOf(code: string, path?: string, settings?: unknown): string[] {
  return readFacts({ code, path, settings }, ({ handlers }) => handlers.all.filter(({ entry }) => entry === 'platform').map(({ name, platform, trigger, triggerName }) => `${name}: ${platform}, ${trigger}${triggerName === undefined ? '' : ` (${triggerName})`}`));
}

/** What may be called from elsewhere: `remember (export)`, `setInterval (timer)`. */
function entriesOf(code: string, path?: string): string[] {
  return readFacts({ code, path }, ({ handlers }) => handlers.all.filter(({ entry }) => entry !== 'platform').map(({ name, entry }) => `${name} (${entry})`));
}

type Row = [form: string, code: string, handlers: string[], path?: string];

const ROWS: Record<string, readonly Row[]> = {
  'AWS Lambda': [
    ['an exported function', `export const handler = async (event) => save(event);`, ['handler: AWS Lambda, event']],
    ['an exported declaration', `export async function handler(event) { await save(event); }`, ['handler: AWS Lambda, event']],
    ['a list of exports', `const handler = async (event) => save(event); export { handler };`, ['handler: AWS Lambda, event']],
    ['a list of exports that renames', `const process = async (event) => save(event); export { process as handler };`, ['handler: AWS Lambda, event']],
    ['CommonJS exports', `exports.handler = async (event) => save(event);`, ['handler: AWS Lambda, event'], 'src/index.cjs'],
    ['CommonJS module.exports', `module.exports.handler = async (event) => save(event);`, ['handler: AWS Lambda, event'], 'src/index.cjs'],
    ['CommonJS object', `module.exports = { handler: async (event) => save(event) };`, ['handler: AWS Lambda, event'], 'src/index.cjs'],
    ['a name that ends in Handler', `export const orderPlacedHandler = async (event) => save(event);`, ['orderPlacedHandler: AWS Lambda, event']],
    ['a type annotation', `import type { SQSHandler } from 'aws-lambda'; export const onOrders: SQSHandler = async (event) => { await save(event); };`, ['onOrders: AWS Lambda, queue (SQS)']],
    ['a type with arguments', `import type { Handler } from 'aws-lambda'; export const onOrders: Handler<Order, void> = async (order) => save(order);`, ['onOrders: AWS Lambda, event']],
    ['an event type', `import type { APIGatewayProxyEventV2 } from 'aws-lambda'; export async function createOrder(event: APIGatewayProxyEventV2) { await save(event.body); }`, ['createOrder: AWS Lambda, http (API Gateway)']],
    ['satisfies', `import type { S3Handler } from 'aws-lambda'; export const onUpload = (async (event) => save(event)) satisfies S3Handler;`, ['onUpload: AWS Lambda, storage (S3)']],
    ['a signature', `export async function confirm(event, context) { await save(event, context.awsRequestId); }`, ['confirm: AWS Lambda, event']],
    ['middy', `import middy from '@middy/core'; const confirm = async (event) => save(event); export const handler = middy(confirm).use(jsonBodyParser());`, ['handler: AWS Lambda, event']],
    ['Powertools idempotency', `import { makeIdempotent } from '@aws-lambda-powertools/idempotency'; export const confirm = makeIdempotent(async (event) => save(event), { persistenceStore });`, ['confirm: AWS Lambda, event']],
    ['Sentry', `import * as Sentry from '@sentry/aws-serverless'; export const confirm = Sentry.wrapHandler(async (event) => save(event));`, ['confirm: AWS Lambda, event']],
    ['Datadog', `import { datadog } from 'datadog-lambda-js'; module.exports.confirm = datadog(async (event) => save(event));`, ['confirm: AWS Lambda, event']],
    ['response streaming', `export const stream = awslambda.streamifyResponse(async (event, responseStream) => { responseStream.write(await load(event)); responseStream.end(); });`, ['stream: AWS Lambda, http (response streaming)']],
    ['a bound method of an instance', `class ConfirmOrder { async handler(event, context) { await save(event); } } const confirm = new ConfirmOrder(); export const handler = confirm.handler.bind(confirm);`, ['handler: AWS Lambda, event']],
    ['an arrow that calls an instance', `class ConfirmOrder { async run(event) { await save(event); } } const confirm = new ConfirmOrder(); export const handler = (event) => confirm.run(event);`, ['handler: AWS Lambda, event']],
    ['an AppSync resolver', `import { AppSyncGraphQLResolver } from '@aws-lambda-powertools/event-handler/appsync-graphql'; const app = new AppSyncGraphQLResolver(); app.onQuery('getOrder', async ({ id }) => load(id));`, [`app.onQuery('getOrder'): AppSync, rpc`]],
    ['a chain of middy', `import middy from '@middy/core'; export const confirm = middy().use(jsonBodyParser()).handler(async (event) => save(event));`, ['confirm: AWS Lambda, event']],
    ['a bound method of an instance that is never named', `class ConfirmOrder { async handle(event) { await save(event); } } export const handler = new ConfirmOrder().handle.bind(new ConfirmOrder());`, ['handler: AWS Lambda, event']],
    ['a record handler of Powertools', `import { processPartialResponse } from '@aws-lambda-powertools/batch'; const recordHandler = async (record) => { await save(record.body); }; export const handler = async (event, context) => processPartialResponse(event, recordHandler, processor, { context });`, ['recordHandler: AWS Lambda, queue (batch record)', 'handler: AWS Lambda, event']],
    ['a stream', `import type { DynamoDBStreamHandler } from 'aws-lambda'; export const onChange: DynamoDBStreamHandler = async (event) => { await save(event.Records); };`, ['onChange: AWS Lambda, database (DynamoDB)']],
    ['an authorizer', `import type { APIGatewayRequestAuthorizerHandler } from 'aws-lambda'; export const authorize: APIGatewayRequestAuthorizerHandler = async (event) => allow(event);`, ['authorize: AWS Lambda, auth (authorizer)']],
    ['a Cognito trigger', `import type { PreSignUpTriggerEvent } from 'aws-lambda'; export async function preSignUp(event: PreSignUpTriggerEvent) { return check(event); }`, ['preSignUp: AWS Lambda, auth (Cognito)']],
    ['a schedule', `import type { ScheduledEvent } from 'aws-lambda'; export const sweep = async (event: ScheduledEvent) => clean(event.time);`, ['sweep: AWS Lambda, schedule (EventBridge)']],
    ['a file of AppSync resolvers', `import { util } from '@aws-appsync/utils'; export function request(ctx) { return load(ctx.args); } export function response(ctx) { return ctx.result; }`, ['request: AppSync, rpc', 'response: AppSync, rpc']],
  ],
  'serverless-http and its like': [
    ['serverless-http around Express', `import serverless from 'serverless-http'; import express from 'express'; const app = express(); app.post('/orders', (req, res) => { save(req.body); res.end(); }); export const handler = serverless(app);`, ['POST /orders: Express, http']],
    ['serverless-http with a router', `const serverless = require('serverless-http'); const express = require('express'); const router = express.Router(); router.get('/orders/:id', show); async function show(req, res) { res.json(await load(req.params.id)); } const app = express(); app.use('/api', router); module.exports.handler = serverless(app);`, ['GET /orders/:id: Express, http'], 'src/index.cjs'],
    ['@vendia/serverless-express', `import serverlessExpress from '@vendia/serverless-express'; import express from 'express'; const app = express(); app.get('/orders', (req, res) => res.json([])); export const handler = serverlessExpress({ app });`, ['GET /orders: Express, http']],
    ['@fastify/aws-lambda', `import awsLambdaFastify from '@fastify/aws-lambda'; import fastify from 'fastify'; const app = fastify(); app.get('/orders', async () => list()); export const handler = awsLambdaFastify(app);`, ['GET /orders: Fastify, http']],
    ['serverless-http around Koa', `import serverless from 'serverless-http'; import Koa from 'koa'; const app = new Koa(); app.use(async (ctx) => { ctx.body = await list(); }); export const handler = serverless(app);`, ['app.use: Koa, http']],
    ['hono/aws-lambda', `import { handle } from 'hono/aws-lambda'; import { Hono } from 'hono'; const app = new Hono(); app.get('/orders', async (c) => c.json(await list())); export const handler = handle(app);`, ['GET /orders: Hono, http']],
  ],
  'Google Cloud Functions': [
    ['http', `import * as functions from '@google-cloud/functions-framework'; functions.http('createOrder', async (req, res) => { await save(req.body); res.send(); });`, ['createOrder: Google Cloud Functions, http']],
    ['cloudEvent', `const functions = require('@google-cloud/functions-framework'); functions.cloudEvent('onUpload', async (cloudEvent) => { await save(cloudEvent.data); });`, ['onUpload: Google Cloud Functions, event'], 'index.cjs'],
    ['a named import', `import { http } from '@google-cloud/functions-framework'; http('createOrder', (req, res) => { res.send(); });`, ['createOrder: Google Cloud Functions, http']],
    ['an exported function of two parameters', `exports.createOrder = async (req, res) => { await save(req.body); res.send(); };`, ['createOrder: HTTP, http'], 'index.cjs'],
    ['a background function', `exports.onOrder = async (message, context) => { await save(message.data); };`, ['onOrder: Google Cloud Functions, event'], 'index.cjs'],
  ],
  Firebase: [
    ['2nd generation onCall with options', `import { onCall } from 'firebase-functions/v2/https'; export const createOrder = onCall({ region: 'europe-west1' }, async (request) => save(request.data));`, ['createOrder: Firebase, rpc']],
    ['2nd generation onSchedule', `import { onSchedule } from 'firebase-functions/v2/scheduler'; export const sweep = onSchedule('every 5 minutes', async () => { await clean(); });`, ['sweep: Firebase, schedule']],
    ['2nd generation onDocumentCreated', `import { onDocumentCreated } from 'firebase-functions/v2/firestore'; export const onOrder = onDocumentCreated('orders/{id}', async (event) => { await save(event.data); });`, ['onOrder: Firebase, database (Firestore)']],
    ['2nd generation onMessagePublished', `import { onMessagePublished } from 'firebase-functions/v2/pubsub'; export const onOrder = onMessagePublished('orders', async (event) => { await save(event.data.message.json); });`, ['onOrder: Firebase, queue (Pub/Sub)']],
    ['2nd generation onObjectFinalized', `import { onObjectFinalized } from 'firebase-functions/v2/storage'; export const onUpload = onObjectFinalized(async (event) => { await save(event.data.name); });`, ['onUpload: Firebase, storage']],
    ['2nd generation onTaskDispatched', `import { onTaskDispatched } from 'firebase-functions/v2/tasks'; export const work = onTaskDispatched({ retryConfig: { maxAttempts: 5 } }, async (req) => { await save(req.data); });`, ['work: Firebase, job (Cloud Tasks)']],
    ['1st generation with region and runWith', `const functions = require('firebase-functions'); exports.createOrder = functions.region('europe-west1').runWith({ memory: '1GB' }).https.onCall(async (data, context) => save(data));`, ['createOrder: Firebase, rpc'], 'functions/index.js'],
    ['1st generation onCreate', `const functions = require('firebase-functions'); exports.onOrder = functions.firestore.document('orders/{id}').onCreate(async (snap) => { await save(snap.data()); });`, ['onOrder: Firebase, database (Firestore)'], 'functions/index.js'],
    ['1st generation schedule', `const functions = require('firebase-functions'); exports.sweep = functions.pubsub.schedule('every 24 hours').onRun(async () => { await clean(); });`, ['sweep: Firebase, schedule'], 'functions/index.js'],
    ['an Express app', `import { onRequest } from 'firebase-functions/v2/https'; import express from 'express'; const app = express(); app.post('/orders', (req, res) => { res.end(); }); export const api = onRequest(app);`, ['POST /orders: Express, http']],
    ['1st generation in a variable', `const functions = require('firebase-functions'); const region = functions.region('europe-west1'); exports.createOrder = region.https.onRequest(async (req, res) => { await save(req.body); res.end(); });`, ['createOrder: Firebase, http'], 'functions/index.js'],
    ['1st generation auth', `import { auth } from 'firebase-functions/v1'; export const onSignUp = auth.user().onCreate(async (user) => { await save(user.uid); });`, ['onSignUp: Firebase, auth']],
    ['a destructured require', `const { onRequest } = require('firebase-functions/v2/https'); exports.createOrder = onRequest({ cors: true }, async (req, res) => { await save(req.body); res.end(); });`, ['createOrder: Firebase, http'], 'functions/index.js'],
  ],
  'Azure Functions': [
    ['v4 http', `import { app } from '@azure/functions'; app.http('createOrder', { methods: ['POST'], handler: async (request, context) => ({ jsonBody: await save(await request.json()) }) });`, ['createOrder: Azure Functions, http']],
    ['v4 http with a named handler', `import { app } from '@azure/functions'; async function createOrder(request, context) { return { body: await request.text() }; } app.http('createOrder', { handler: createOrder });`, ['createOrder: Azure Functions, http']],
    ['v4 timer', `import { app } from '@azure/functions'; app.timer('sweep', { schedule: '0 */5 * * * *', handler: async (timer, context) => { await clean(); } });`, ['sweep: Azure Functions, schedule']],
    ['v4 storageQueue', `import { app } from '@azure/functions'; app.storageQueue('onOrder', { queueName: 'orders', connection: 'Storage', handler: async (message, context) => { await save(message); } });`, ['onOrder: Azure Functions, queue (Storage Queue)']],
    ['v4 serviceBusQueue', `const { app } = require('@azure/functions'); app.serviceBusQueue('onOrder', { queueName: 'orders', connection: 'Bus', handler: async (message, context) => { await save(message); } });`, ['onOrder: Azure Functions, queue (Service Bus)'], 'src/functions/onOrder.js'],
    ['v4 cosmosDB', `import { app } from '@azure/functions'; app.cosmosDB('onChange', { databaseName: 'shop', containerName: 'orders', connection: 'Cosmos', handler: async (documents, context) => { await save(documents); } });`, ['onChange: Azure Functions, database (Cosmos DB)']],
    ['v4 shorthand', `import { app } from '@azure/functions'; app.get('health', async () => ({ status: 204 }));`, ['GET health: Azure Functions, http']],
    ['v4 parameter types', `import { app, HttpRequest, InvocationContext } from '@azure/functions'; export async function createOrder(request: HttpRequest, context: InvocationContext) { return { body: await request.text() }; }`, ['createOrder: Azure Functions, http']],
    ['v3 module.exports', `module.exports = async function (context, req) { context.res = { body: await load(req.query.id) }; };`, ['default export: Azure Functions, event'], 'CreateOrder/index.js'],
    ['v3 queue', `module.exports = async (context, myQueueItem) => { await save(myQueueItem); };`, ['default export: Azure Functions, event'], 'OnOrder/index.js'],
    ['v3 timer', `module.exports = async function (context, myTimer) { await clean(); };`, ['default export: Azure Functions, event'], 'Sweep/index.js'],
    ['v3 typed', `import { AzureFunction, Context, HttpRequest } from '@azure/functions'; const httpTrigger: AzureFunction = async function (context: Context, req: HttpRequest): Promise<void> { context.res = { body: req.body }; }; export default httpTrigger;`, ['httpTrigger: Azure Functions, event'], 'CreateOrder/index.ts'],
    ['durable activity', `import * as df from 'durable-functions'; df.app.activity('chargeCard', { handler: async (input) => charge(input) });`, ['chargeCard: Azure Functions, job (Durable Functions)']],
    ['under another name', `import { app as functions } from '@azure/functions'; functions.serviceBusTopic('onOrder', { handler: async (message, context) => { await save(message); } });`, ['onOrder: Azure Functions, queue (Service Bus)']],
    ['v3 exports run', `module.exports.run = async (context, req) => { context.res = { body: await load(req.query.id) }; };`, ['run: Azure Functions, event'], 'CreateOrder/index.js'],
  ],
  'Cloudflare Workers': [
    ['module fetch', `export default { async fetch(request, env, ctx) { return new Response(await load(request.url)); } };`, ['fetch: Cloudflare Workers, http']],
    ['module with five events', `export default { async fetch(request, env) { return new Response(); }, async scheduled(event, env) { await clean(env); }, async queue(batch, env) { await save(batch.messages); }, async email(message) { await save(message.from); }, async tail(events) { await save(events); } };`, ['fetch: Cloudflare Workers, http', 'scheduled: Cloudflare Workers, schedule', 'queue: Cloudflare Workers, queue', 'email: Cloudflare Workers, email', 'tail: Cloudflare Workers, event']],
    ['satisfies', `export default { fetch: async (request, env) => new Response(await load(request.url)) } satisfies ExportedHandler<Env>;`, ['fetch: Cloudflare Workers, http']],
    ['a named object', `const worker: ExportedHandler<Env> = { async fetch(request) { return new Response(await load(request.url)); } }; export default worker;`, ['fetch: Cloudflare Workers, http']],
    ['service worker', `addEventListener('fetch', (event) => { event.respondWith(respond(event.request)); }); async function respond(request) { return new Response(await load(request.url)); }`, ['fetch: Cloudflare Workers, http']],
    ['service worker, scheduled', `addEventListener('scheduled', (event) => { event.waitUntil(clean()); });`, ['scheduled: Cloudflare Workers, schedule']],
    ['WorkerEntrypoint', `import { WorkerEntrypoint } from 'cloudflare:workers'; export default class Orders extends WorkerEntrypoint<Env> { async fetch(request: Request) { return new Response(await load(request.url)); } async charge(order: Order) { return save(order); } }`, ['fetch: Cloudflare Workers, rpc', 'charge: Cloudflare Workers, rpc']],
    ['Pages onRequest', `export async function onRequestPost(context) { return Response.json(await save(await context.request.json())); }`, ['onRequestPost: Cloudflare Workers, http'], 'functions/api/orders.ts'],
    ['Pages typed', `export const onRequest: PagesFunction<Env> = async ({ request }) => Response.json(await load(request.url));`, ['onRequest: Cloudflare Workers, http'], 'functions/api/orders.ts'],
    ['a Hono app as the default export', `import { Hono } from 'hono'; const app = new Hono(); app.post('/orders', async (c) => c.json(await save(await c.req.json()))); export default app;`, ['POST /orders: Hono, http']],
    ['a Hono app beside scheduled', `import { Hono } from 'hono'; const app = new Hono(); app.get('/', (c) => c.text('ok')); export default { fetch: app.fetch, scheduled: async (event, env) => { await clean(env); } };`, ['GET /: Hono, http', 'scheduled: Cloudflare Workers, schedule']],
    ['wrapped by Sentry', `import * as Sentry from '@sentry/cloudflare'; export default Sentry.withSentry((env) => ({ dsn: env.DSN }), { async fetch(request, env, ctx) { return new Response(await load(request.url)); }, async queue(batch, env) { await save(batch.messages); } } satisfies ExportedHandler<Env>);`, ['fetch: Cloudflare Workers, http', 'queue: Cloudflare Workers, queue']],
    ['an instrumented object', `import { instrument } from '@microlabs/otel-cf-workers'; const worker = { async fetch(request, env) { return new Response(await load(request.url)); } }; export default instrument(worker, config);`, ['fetch: Cloudflare Workers, http']],
  ],
  Vercel: [
    ['a default export below api', `export default async function handler(req, res) { res.json(await load(req.query.id)); }`, ['handler: Vercel, http'], 'api/orders.ts'],
    ['Request and Response', `export function GET(request: Request) { return new Response(request.url); }`, ['GET: Vercel, http'], 'api/orders.ts'],
    ['types', `import type { VercelRequest, VercelResponse } from '@vercel/node'; export default async function createOrder(req: VercelRequest, res: VercelResponse) { res.json(await save(req.body)); }`, ['createOrder: Vercel, http']],
  ],
  'Next.js': [
    ['a route handler', `export async function POST(request: Request) { return Response.json(await save(await request.json())); }`, ['POST: Next.js, http'], 'app/api/orders/route.ts'],
    ['a route handler below src', `export const GET = async () => Response.json(await list());`, ['GET: Next.js, http'], 'src/app/api/orders/[id]/route.ts'],
    ['a wrapped route handler', `import { withAuth } from '@/auth'; export const GET = withAuth(async (request) => Response.json(await list(request.url)));`, ['GET: Next.js, http'], 'app/api/orders/route.ts'],
    ['an API route', `export default async function handler(req, res) { res.json(await load(req.query.id)); }`, ['handler: Next.js, http'], 'pages/api/orders/[id].ts'],
    ['a wrapped API route', `import { withAuth } from '@/auth'; async function orders(req, res) { res.json(await load(req.query.id)); } export default withAuth(orders);`, ['orders: Next.js, http'], 'pages/api/orders.ts'],
    ['an API route by its types', `import type { NextApiRequest, NextApiResponse } from 'next'; export default async function orders(req: NextApiRequest, res: NextApiResponse) { res.json(await load(req.query.id)); }`, ['orders: Next.js, http'], 'src/orders.ts'],
    ['getServerSideProps', `export async function getServerSideProps({ query }) { return { props: { order: await load(query.id) } }; } export default function Page({ order }) { return <p>{order.id}</p>; }`, ['getServerSideProps: Next.js, page'], 'pages/orders/[id].tsx'],
    ['middleware', `import { NextResponse } from 'next/server'; export function middleware(request) { return NextResponse.next(); }`, ['middleware: Next.js, http'], 'src/middleware.ts'],
    ['proxy', `import { NextResponse } from 'next/server'; export function proxy(request) { return NextResponse.next(); }`, ['proxy: Next.js, http'], 'proxy.ts'],
    ['a file of server actions', `'use server';\nexport async function placeOrder(formData: FormData) { await save(formData.get('sku')); }`, ['placeOrder: Next.js, rpc (server action)'], 'app/orders/actions.ts'],
    ['a server action in a component', `export default function Page() { async function place(formData: FormData) { 'use server'; await save(formData.get('sku')); } return <form action={place} />; }`, ['Page: Next.js, page', 'place: Next.js, rpc (server action)'], 'app/orders/page.tsx'],
    ['a server component', `export default async function OrdersPage({ params }) { const orders = await list((await params).shop); return <ul>{orders.length}</ul>; }`, ['OrdersPage: Next.js, page'], 'app/[shop]/page.tsx'],
    ['a layout', `export default async function ShopLayout({ children }) { await list(); return <main>{children}</main>; }`, ['ShopLayout: Next.js, page'], 'app/[shop]/layout.tsx'],
    ['generateMetadata', `export async function generateMetadata({ params }) { return { title: (await load((await params).id)).title }; } export default async function Page() { return <p />; }`, ['generateMetadata: Next.js, page', 'Page: Next.js, page'], 'app/orders/[id]/page.tsx'],
    ['exported under two methods', `async function handle(request) { return Response.json(await save(await request.json())); } export { handle as GET, handle as POST };`, ['GET: Next.js, http'], 'app/api/orders/route.ts'],
    ['an object of options', `export const POST = createRoute({ schema, handler: async ({ body }) => save(body) });`, ['POST: Next.js, http'], 'app/api/orders/route.ts'],
    ['Clerk middleware', `import { clerkMiddleware } from '@clerk/nextjs/server'; export default clerkMiddleware(async (auth, request) => { await auth.protect(); });`, ['default export: Next.js, http'], 'middleware.ts'],
    ['a safe action', `'use server';\nexport const place = actionClient.schema(order).action(async ({ parsedInput }) => save(parsedInput));`, ['place: Next.js, rpc'], 'app/orders/actions.ts'],
    ['next-connect', `import { createRouter } from 'next-connect'; const router = createRouter(); router.post(async (req, res) => { res.json(await save(req.body)); }); export default router.handler();`, ['POST: Next.js, http'], 'pages/api/orders.ts'],
  ],
  Netlify: [
    ['a function', `export default async (request, context) => new Response(await load(request.url));`, ['default export: Netlify, http'], 'netlify/functions/orders.mts'],
    ['an edge function', `export default async (request: Request) => new Response(await load(request.url));`, ['default export: Netlify, http'], 'netlify/edge-functions/orders.ts'],
    ['a function of the first version', `exports.handler = async (event, context) => ({ statusCode: 200, body: await load(event.path) });`, ['handler: Netlify, http'], 'netlify/functions/orders.js'],
    ['a schedule', `import { schedule } from '@netlify/functions'; export const handler = schedule('@hourly', async () => { await clean(); });`, ['handler: Netlify, schedule'], 'netlify/functions/sweep.ts'],
    ['a background function', `export default async (request) => { await save(await request.json()); };`, ['default export: Netlify, job (background function)'], 'netlify/functions/import-background.mts'],
    ['by its types elsewhere', `import type { Context } from '@netlify/functions'; export default async (request: Request, context: Context) => new Response(await load(request.url));`, ['default export: Netlify, http'], 'functions/orders.mts'],
  ],
  'Deno Deploy and Supabase': [
    ['Deno.serve', `Deno.serve(async (request) => new Response(await load(request.url)));`, ['Deno.serve: Deno, http']],
    ['Deno.serve with options', `Deno.serve({ port: 8000 }, async (request) => new Response(await load(request.url)));`, ['Deno.serve: Deno, http']],
    ['Deno.serve with a named handler', `async function respond(request: Request) { return new Response(await load(request.url)); } Deno.serve(respond);`, ['respond: Deno, http']],
    ['serve of the standard library', `import { serve } from 'https://deno.land/std@0.224.0/http/server.ts'; serve(async (request) => new Response(await load(request.url)));`, ['serve: Supabase, http'], 'supabase/functions/orders/index.ts'],
    ['Deno.cron', `Deno.cron('sweep', '*/10 * * * *', async () => { await clean(); });`, ['sweep: Deno, schedule']],
    ['deno serve', `export default { fetch(request) { return new Response(request.url); } } satisfies Deno.ServeDefaultExport;`, ['fetch: Deno, http'], 'main.ts'],
    ['Deno.serve', `Deno.serve(async (request) => new Response(await load(request.url)));`, ['Deno.serve: Supabase, http'], 'supabase/functions/orders/index.ts'],
    ['oak', `import { Router } from 'https://deno.land/x/oak@v12.6.1/mod.ts'; const router = new Router(); router.post('/orders', async (ctx) => { ctx.response.body = await save(ctx); });`, ['POST /orders: Deno, http']],
    ['Fresh', `import { Handlers } from '$fresh/server.ts'; export const handler: Handlers = { async POST(request, ctx) { return new Response(await save(request)); } };`, ['POST: Deno, http'], 'routes/api/orders.ts'],
    ['a queue', `const kv = await Deno.openKv(); kv.listenQueue(async (message) => { await save(message); });`, ['kv.listenQueue: Deno, queue']],
  ],
  Bun: [
    ['Bun.serve', `Bun.serve({ port: 3000, async fetch(request) { return new Response(await load(request.url)); } });`, ['fetch: Bun, http']],
    ['Bun.serve with routes', `Bun.serve({ routes: { '/orders': { GET: async () => Response.json(await list()), POST: async (request) => Response.json(await save(await request.json())) } } });`, ['GET /orders: Bun, http', 'POST /orders: Bun, http']],
    ['serve of bun', `import { serve } from 'bun'; serve({ fetch: async (request) => new Response(await load(request.url)) });`, ['fetch: Bun, http']],
  ],
  SvelteKit: [
    ['an endpoint', `import { json } from '@sveltejs/kit'; export async function POST({ request }) { return json(await save(await request.json())); }`, ['POST: SvelteKit, http'], 'src/routes/orders/+server.ts'],
    ['a typed endpoint', `import type { RequestHandler } from './$types'; export const GET: RequestHandler = async ({ url }) => new Response(await load(url.pathname));`, ['GET: SvelteKit, http'], 'src/routes/orders/+server.ts'],
    ['load', `export const load = async ({ params }) => ({ order: await find(params.id) });`, ['load: SvelteKit, page'], 'src/routes/orders/[id]/+page.server.ts'],
    ['form actions', `export const actions = { place: async ({ request }) => { await save(await request.formData()); } };`, ['place: SvelteKit, rpc (form action)'], 'src/routes/orders/+page.server.ts'],
    ['hooks', `export const handle = async ({ event, resolve }) => resolve(event);`, ['handle: SvelteKit, http'], 'src/hooks.server.ts'],
    ['a remote function', `import { command } from '$app/server'; export const place = command(schema, async (order) => save(order));`, ['place: SvelteKit, rpc (remote function)'], 'src/lib/orders.remote.ts'],
    ['a sequence of hooks', `import { sequence } from '@sveltejs/kit/hooks'; const first = async ({ event, resolve }) => resolve(event); const second = async ({ event, resolve }) => resolve(event); export const handle = sequence(first, second);`, ['handle: SvelteKit, http', 'handle: SvelteKit, http'], 'src/hooks.server.ts'],
  ],
  'Remix and React Router': [
    ['loader', `export async function loader({ params }) { return { order: await find(params.id) }; }`, ['loader: Remix, page'], 'app/routes/orders.$id.tsx'],
    ['action', `export const action = async ({ request }) => save(await request.formData());`, ['action: Remix, rpc'], 'app/routes/orders.tsx'],
    ['typed loader elsewhere', `import type { LoaderFunctionArgs } from 'react-router'; export async function loader({ params }: LoaderFunctionArgs) { return find(params.id); }`, ['loader: Remix, page'], 'app/orders/show.tsx'],
    ['a typed route', `import type { Route } from './+types/orders'; export async function action({ request }: Route.ActionArgs) { return save(await request.formData()); }`, ['action: Remix, rpc'], 'app/shop/orders.tsx'],
  ],
  'Nuxt and Nitro': [
    ['eventHandler', `export default eventHandler(async (event) => load(getRouterParam(event, 'id')));`, ['default export: Nitro, http'], 'server/routes/orders/[id].ts'],
    ['an object with handler', `export default defineEventHandler({ onRequest: [authenticate], handler: async (event) => save(await readBody(event)) });`, ['handler: Nitro, http'], 'server/api/orders.post.ts'],
    ['defineTask', `export default defineTask({ meta: { name: 'sweep' }, async run({ payload }) { await clean(payload); return { result: 'done' }; } });`, ['run: Nitro, job'], 'server/tasks/sweep.ts'],
    ['an h3 app', `import { createApp, createRouter, eventHandler } from 'h3'; const router = createRouter(); router.post('/orders', eventHandler(async (event) => save(event)));`, ['POST /orders: Nitro, http']],
    ['h3 of version 2', `import { H3, defineHandler } from 'h3'; const app = new H3(); app.post('/orders', defineHandler(async (event) => save(await event.req.json())));`, ['POST /orders: Nitro, http']],
  ],
  Astro: [
    ['an action', `import { defineAction } from 'astro:actions'; export const server = { place: defineAction({ input, handler: async (order) => save(order) }) };`, ['place: Astro, rpc'], 'src/actions/index.ts'],
    ['an endpoint below api', `export async function POST({ request }) { return Response.json(await save(await request.json())); }`, ['POST: Astro, http'], 'src/pages/api/orders.ts'],
  ],
  Hono: [
    ['a route', `import { Hono } from 'hono'; const app = new Hono(); app.post('/orders', async (c) => c.json(await save(await c.req.json())));`, ['POST /orders: Hono, http']],
    ['a chain of routes', `import { Hono } from 'hono'; export const orders = new Hono().get('/', (c) => c.json([])).post('/', async (c) => c.json(await save(await c.req.json())));`, ['GET /: Hono, http', 'POST /: Hono, http']],
    ['middleware before a handler', `import { Hono } from 'hono'; const app = new Hono(); app.post('/orders', authenticate, async (c) => c.json(await save(c))); async function authenticate(c, next) { await next(); }`, ['authenticate: Hono, http', 'POST /orders: Hono, http']],
    ['createMiddleware', `import { createMiddleware } from 'hono/factory'; export const authenticate = createMiddleware(async (c, next) => { await next(); });`, ['authenticate: Hono, http']],
    ['OpenAPIHono', `import { OpenAPIHono } from '@hono/zod-openapi'; const app = new OpenAPIHono(); app.openapi(route, async (c) => c.json(await list()));`, ['app.openapi: Hono, http']],
    ['basePath', `import { Hono } from 'hono'; const api = new Hono().basePath('/api'); api.get('/orders', (c) => c.json([]));`, ['GET /orders: Hono, http']],
    ['a generic app', `import { Hono } from 'hono'; const app = new Hono<{ Bindings: Env }>(); app.onError((error, c) => c.text(error.message, 500));`, ['app.onError: Hono, http']],
    ['handlers of a factory', `import { createFactory } from 'hono/factory'; const factory = createFactory(); export const place = factory.createHandlers(async (c) => c.json(await save(await c.req.json())));`, ['place: Hono, http']],
    ['an app of another file', `import { app } from './app'; app.post('/orders', async (c) => c.json(await save(await c.req.json())));`, ['POST /orders: HTTP, http']],
  ],
  Express: [
    ['a route', `import express from 'express'; const app = express(); app.post('/orders', async (req, res) => { res.json(await save(req.body)); });`, ['POST /orders: Express, http']],
    ['middleware', `import express from 'express'; const app = express(); app.use((req, res, next) => { next(); });`, ['app.use: Express, http']],
    ['Router', `import { Router } from 'express'; const router = Router(); router.get('/:id', async (req, res) => { res.json(await load(req.params.id)); }); export default router;`, ['GET /:id: Express, http']],
    ['express.Router', `const express = require('express'); const router = express.Router(); router.delete('/:id', async (req, res) => { res.end(); }); module.exports = router;`, ['DELETE /:id: Express, http'], 'routes/orders.js'],
    ['route chains', `import express from 'express'; const app = express(); app.route('/orders').get((req, res) => res.json([])).post((req, res) => res.end());`, ['GET /orders: Express, http', 'POST /orders: Express, http']],
    ['a controller by its signature', `export async function createOrder(req, res, next) { res.json(await save(req.body)); }`, ['createOrder: HTTP, http'], 'src/controllers/orders.js'],
    ['a module that takes the app', `module.exports = (app) => { app.get('/orders', async (req, res) => { res.json(await list()); }); };`, ['GET /orders: HTTP, http'], 'routes/orders.js'],
    ['methods of a controller', `import { Router } from 'express'; class Orders { create = async (req, res) => { res.json(await save(req.body)); }; } const orders = new Orders(); const router = Router(); router.post('/', orders.create); export default router;`, ['POST /: Express, http']],
    ['required at once', `const app = require('express')(); app.get('/orders', (req, res) => { res.json([]); });`, ['GET /orders: Express, http'], 'app.js'],
    ['a field of a class', `import express from 'express'; export class Server { app = express(); constructor() { this.app.get('/orders', async (req, res) => { res.json(await list()); }); } }`, ['GET /orders: Express, http']],
    ['a typed controller', `import type { RequestHandler } from 'express'; export const place: RequestHandler = async (req, res) => { res.json(await save(req.body)); };`, ['place: Express, http']],
    ['a handler of errors', `import express from 'express'; const app = express(); app.use((err, req, res, next) => { res.status(500).end(); });`, ['app.use: Express, http']],
  ],
  Fastify: [
    ['a route', `import Fastify from 'fastify'; const app = Fastify({ logger: true }); app.post('/orders', async (request) => save(request.body));`, ['POST /orders: Fastify, http']],
    ['options before the handler', `import fastify from 'fastify'; const app = fastify(); app.post('/orders', { schema }, async (request, reply) => reply.send(await save(request.body)));`, ['POST /orders: Fastify, http']],
    ['a route object', `import Fastify from 'fastify'; const app = Fastify(); app.route({ method: 'POST', url: '/orders', handler: async (request) => save(request.body) });`, ['POST /orders: Fastify, http']],
    ['an exported route object', `export const placeOrder = { method: 'POST', url: '/orders', handler: async (request, reply) => reply.send(await save(request.body)) };`, ['POST /orders: HTTP, http']],
    ['a plugin', `import fp from 'fastify-plugin'; export default fp(async (fastify) => { fastify.post('/orders', async (request) => save(request.body)); });`, ['POST /orders: HTTP, http']],
    ['a registered function', `import Fastify from 'fastify'; const app = Fastify(); app.register(async (shop) => { shop.get('/orders', async () => list()); }, { prefix: '/shop' });`, ['GET /orders: Fastify, http']],
  ],
  Koa: [
    ['middleware', `import Koa from 'koa'; const app = new Koa(); app.use(async (ctx, next) => { await next(); });`, ['app.use: Koa, http']],
    ['a router', `import Router from '@koa/router'; const router = new Router(); router.post('/orders', async (ctx) => { ctx.body = await save(ctx.request.body); });`, ['POST /orders: Koa, http']],
  ],
  Elysia: [
    ['a chain', `import { Elysia } from 'elysia'; export const app = new Elysia().get('/orders', () => list()).post('/orders', ({ body }) => save(body));`, ['GET /orders: Elysia, http', 'POST /orders: Elysia, http']],
    ['a group', `import { Elysia } from 'elysia'; new Elysia().group('/shop', (shop) => shop.post('/orders', ({ body }) => save(body)));`, ['POST /orders: Elysia, http']],
  ],
  'itty-router': [
    ['AutoRouter', `import { AutoRouter } from 'itty-router'; const router = AutoRouter(); router.post('/orders', async (request) => save(await request.json())); export default router;`, ['POST /orders: itty-router, http']],
    ['Router', `import { Router } from 'itty-router'; const router = Router(); router.get('/orders/:id', async ({ params }, env) => load(params.id)); export default { fetch: router.handle };`, ['GET /orders/:id: itty-router, http']],
  ],
  tRPC: [
    ['a mutation', `import { publicProcedure, router } from './trpc'; export const orders = router({ place: publicProcedure.input(schema).mutation(async ({ input }) => save(input)) });`, ['place: tRPC, rpc']],
    ['a query', `import { publicProcedure } from './trpc'; export const list = publicProcedure.query(async () => load());`, ['list: tRPC, rpc']],
    ['middleware', `import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); const isSignedIn = t.middleware(async ({ ctx, next }) => next({ ctx })); export const place = t.procedure.use(isSignedIn).mutation(async ({ input }) => save(input));`, ['isSignedIn: tRPC, rpc (middleware)', 'place: tRPC, rpc']],
    ['a context given to an adapter', `import { awsLambdaRequestHandler } from '@trpc/server/adapters/aws-lambda'; import { router } from './router'; const startCall = async ({ event }) => ({ user: await find(event.headers.authorization) }); export const handler = awsLambdaRequestHandler({ router, createContext: startCall });`, ['createContext: tRPC, http (adapter)']],
    ['the context', `export async function createContext({ req }) { return { user: await find(req.headers.authorization) }; }`, ['createContext: tRPC, http (context)']],
  ],
  NestJS: [
    ['a controller', `import { Controller, Post, Body } from '@nestjs/common'; @Controller('orders') export class OrdersController { constructor(private readonly orders: Orders) {} @Post() create(@Body() order: Order) { return this.orders.save(order); } }`, ['create: NestJS, http']],
    ['an injectable', `import { Injectable } from '@nestjs/common'; @Injectable() export class Orders { async save(order: Order) { await store(order); } }`, ['save: NestJS, call']],
    ['a resolver', `import { Resolver, Query } from '@nestjs/graphql'; @Resolver() export class OrdersResolver { @Query() orders() { return list(); } }`, ['orders: NestJS, rpc']],
    ['a queue processor', `import { Processor, WorkerHost } from '@nestjs/bullmq'; @Processor('orders') export class OrderWorker extends WorkerHost { async process(job: Job) { await save(job.data); } }`, ['process: NestJS, queue']],
    ['a method on a schedule', `import { Injectable } from '@nestjs/common'; import { Cron } from '@nestjs/schedule'; @Injectable() export class Sweeper { @Cron('0 * * * *') async sweep() { await clean(); } }`, ['sweep: NestJS, schedule']],
  ],
  GraphQL: [
    ['Apollo resolvers in the constructor', `import { ApolloServer } from '@apollo/server'; const server = new ApolloServer({ typeDefs, resolvers: { Query: { order: (parent, { id }) => load(id) }, Mutation: { placeOrder: (parent, { order }) => save(order) } } });`, ['order: GraphQL, rpc', 'placeOrder: GraphQL, rpc']],
    ['an exported table of resolvers', `export const resolvers = { Query: { order: (parent, { id }) => load(id) }, Mutation: { placeOrder: (parent, { order }) => save(order) } };`, ['order: GraphQL, rpc', 'placeOrder: GraphQL, rpc']],
    ['an exported type of resolvers', `export const Mutation = { placeOrder: (parent, { order }) => save(order) };`, ['placeOrder: GraphQL, rpc']],
    ['Yoga', `import { createSchema, createYoga } from 'graphql-yoga'; export const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers: { Query: { order: (parent, { id }) => load(id) } } }) });`, ['order: GraphQL, rpc']],
    ['Pothos', `import { builder } from './builder'; builder.queryField('order', (t) => t.field({ type: Order, resolve: (parent, { id }) => load(id) }));`, ['order: GraphQL, rpc', 'resolve: GraphQL, rpc']],
    ['GraphQLObjectType', `import { GraphQLObjectType } from 'graphql'; export const Query = new GraphQLObjectType({ name: 'Query', fields: () => ({ order: { type: Order, resolve: (parent, { id }) => load(id) } }) });`, ['order: GraphQL, rpc']],
  ],
  'Telegraf and grammY': [
    ['Telegraf', `import { Telegraf } from 'telegraf'; const bot = new Telegraf(process.env.BOT_TOKEN); bot.command('order', async (ctx) => { await ctx.reply(await save(ctx.message.text)); });`, [`bot.command('order'): Telegram, chat`]],
    ['grammY', `import { Bot } from 'grammy'; const bot = new Bot(process.env.BOT_TOKEN); bot.on('message:text', async (ctx) => { await save(ctx.message.text); });`, [`bot.on('message:text'): Telegram, chat`]],
    ['a grammY composer', `import { Composer } from 'grammy'; export const orders = new Composer(); orders.callbackQuery('confirm', async (ctx) => { await save(ctx.from.id); });`, [`orders.callbackQuery('confirm'): Telegram, chat`]],
  ],
  Inngest: [
    ['a function', `import { inngest } from './client'; export const onOrder = inngest.createFunction({ id: 'on-order' }, { event: 'order/placed' }, async ({ event, step }) => { await step.run('save', () => save(event.data)); });`, ['onOrder: Inngest, job']],
  ],
  'Trigger.dev': [
    ['a task', `import { task } from '@trigger.dev/sdk'; export const onOrder = task({ id: 'on-order', run: async (payload) => save(payload) });`, ['on-order: Trigger.dev, job']],
    ['a scheduled task', `import { schedules } from '@trigger.dev/sdk'; export const sweep = schedules.task({ id: 'sweep', cron: '0 * * * *', run: async (payload) => clean(payload.timestamp) });`, ['sweep: Trigger.dev, schedule']],
    ['a schema task', `import { schemaTask } from '@trigger.dev/sdk/v3'; export const onOrder = schemaTask({ id: 'on-order', schema, run: async (payload) => save(payload) });`, ['on-order: Trigger.dev, job']],
  ],
  'Temporal activities': [
    ['activities given to a worker', `import { Worker } from '@temporalio/worker'; async function chargeCard(order: Order) { return charge(order); } await Worker.create({ taskQueue: 'orders', workflowsPath, activities: { chargeCard } });`, ['chargeCard: Temporal, job (activity)']],
    ['a file of activities', `import { heartbeat } from '@temporalio/activity'; export async function chargeCard(order) { heartbeat(); return charge(order); }`, ['chargeCard: Temporal, job (activity)'], 'src/activities.ts'],
  ],
  OpenFaaS: [
    ['a handler file', `'use strict';\nmodule.exports = async (event, context) => context.status(200).succeed(await load(event.body));`, ['default export: OpenFaaS, http'], 'orders/handler.js'],
    ['a handler file of two parameters and a callback', `module.exports = (context, callback) => { callback(undefined, { status: 'done' }); };`, ['default export: OpenFaaS, http'], 'orders/handler.js'],
  ],
  'Alibaba Cloud': [
    ['an event handler', `exports.handler = (event, context, callback) => { save(JSON.parse(event)).then(() => callback(null, 'ok')); };`, ['handler: AWS Lambda, event'], 'index.js'],
    ['an HTTP handler', `exports.handler = async (req, resp, context) => { resp.send(await load(req.path)); };`, ['handler: Alibaba Cloud, http'], 'index.js'],
    ['life cycle', `exports.preStop = async (context) => { await flush(); };`, ['preStop: Alibaba Cloud, event'], 'index.js'],
  ],
  'Yandex Cloud': [
    ['a handler', `module.exports.handler = async function (event, context) { return { statusCode: 200, body: await load(event.path) }; };`, ['handler: AWS Lambda, event'], 'index.js'],
    ['by its type', `import type { Handler } from '@yandex-cloud/function-types'; export const handler: Handler.MessageQueue = async (event, context) => { await save(event.messages); };`, ['handler: Yandex Cloud, queue']],
  ],
  Scaleway: [
    ['handler', `module.exports.handler = (event, context, callback) => ({ statusCode: 201, body: event.body });`, ['handler: AWS Lambda, event'], 'handler.cjs'],
    ['handle', `module.exports.handle = (event, context, callback) => ({ statusCode: 201, body: event.body });`, ['handle: Scaleway, http'], 'handler.js'],
  ],
  Akamai: [
    ['EdgeWorkers events', `export async function onClientRequest(request) { request.route({ origin: await pick(request.url) }); } export function onClientResponse(request, response) { response.setHeader('X-Edge', '1'); }`, ['onClientRequest: Akamai, http', 'onClientResponse: Akamai, http'], 'main.js'],
    ['responseProvider', `import { createResponse } from 'create-response'; export async function responseProvider(request) { return createResponse(200, {}, await load(request.url)); }`, ['responseProvider: Akamai, http'], 'main.js'],
  ],
  TypeDI: [['a service', `import { Service } from 'typedi'; @Service() export class Orders { async save(order: Order) { await store(order); } }`, ['save: TypeDI, call']]],
  Polka: [['a route', `import polka from 'polka'; polka().post('/orders', (req, res) => { res.end(); });`, ['POST /orders: Polka, http']]],
  Discord: [['a command', `import { DiscordHono } from 'discord-hono'; const app = new DiscordHono().command('order', async (c) => c.res(await list())); export default app;`, [`command('order'): Discord, chat`]]],
  LINE: [['middleware', `import * as line from '@line/bot-sdk'; export const webhook = line.middleware({ channelSecret, onEvent: async (event) => save(event) });`, ['onEvent: LINE, chat']]],
  Alexa: [['request handlers', `const Alexa = require('ask-sdk-core'); const OrderIntent = { canHandle: (input) => isOrder(input), handle: async (input) => save(input) }; exports.handler = Alexa.SkillBuilders.custom().addRequestHandlers(OrderIntent).lambda();`, ['canHandle: Alexa, chat', 'handle: Alexa, chat'], 'index.js']],
  MCP: [['a tool', `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; const server = new McpServer({ name: 'shop', version: '1.0.0' }); server.registerTool('place_order', { inputSchema }, async (order) => save(order));`, ['place_order: MCP, rpc']]],
  Probot: [['an app', `import type { Probot } from 'probot'; export default (app: Probot) => { app.on('issues.opened', async (context) => { await save(context.payload); }); };`, [`app.on('issues.opened'): Probot, event`]]],
  'Vercel Queues': [['a consumer of Node.js', `import { handleNodeCallback } from '@vercel/queue'; export default handleNodeCallback(async (message) => { await save(message); });`, ['default export: Vercel, queue (Vercel Queues)'], 'app/queue/consume.ts'], ['a consumer', `import { handleCallback } from '@vercel/queue'; export const POST = handleCallback({ orders: { fulfil: async (message) => { await save(message); } } });`, ['fulfil: Vercel, queue (Vercel Queues)'], 'app/api/queue/route.ts']],
  Twilio: [
    ['a function', `exports.handler = function (context, event, callback) { save(event.From); callback(null, 'ok'); };`, ['handler: Twilio, event'], 'functions/order.js'],
  ],
  OpenWhisk: [
    ['an exported main', `export function main(params) { return { body: save(params.order) }; }`, ['main: OpenWhisk, event'], 'packages/orders/create.js'],
    ['a main that is not exported', `function main(params) { return { body: save(params.order) }; }`, ['main: OpenWhisk, event'], 'packages/orders/create.js'],
    ['a main that calls itself', `function main(params) { return save(params); } main({});`, [], 'tools/create.js'],
  ],
  'Tencent Cloud': [
    ['a cloud function', `const cloud = require('wx-server-sdk'); exports.main = async (event, context) => save(event.order);`, ['main: Tencent Cloud, event'], 'cloudfunctions/order/index.js'],
  ],
  Fastly: [
    ['a listener', `import { env } from 'fastly:env'; addEventListener('fetch', (event) => event.respondWith(respond(event))); async function respond(event) { return new Response(await load(event.request.url)); }`, ['fetch: Fastly, http']],
  ],
  Upstash: [
    ['QStash', `import { verifySignatureAppRouter } from '@upstash/qstash/nextjs'; async function work(request) { return Response.json(await save(await request.json())); } export const POST = verifySignatureAppRouter(work);`, ['POST: Upstash, queue (QStash)'], 'app/api/work/route.ts'],
    ['a workflow', `import { serve } from '@upstash/workflow/nextjs'; export const { POST } = serve(async (context) => { await context.run('save', () => save(context.requestPayload)); });`, ['POST: Upstash, job (Upstash Workflow)'], 'app/api/workflow/route.ts'],
  ],
  'TanStack Start': [
    ['a server function', `import { createServerFn } from '@tanstack/react-start'; export const place = createServerFn({ method: 'POST' }).validator(schema).handler(async ({ data }) => save(data));`, ['place: TanStack Start, rpc']],
  ],
  SolidStart: [
    ['a server function', `import { query } from '@solidjs/router'; export const list = query(async () => { 'use server'; return load(); }, 'orders');`, ['list: SolidStart, rpc (server action)']],
  ],
  'Slack Bolt': [
    ['App', `import { App } from '@slack/bolt'; const app = new App({ token }); app.command('/order', async ({ command, ack }) => { await ack(); await save(command.text); });`, [`app.command('/order'): Slack Bolt, chat`]],
    ['bolt.App', `const bolt = require('@slack/bolt'); const app = new bolt.App({ token }); app.event('app_mention', async ({ event, say }) => { await say(await save(event.text)); });`, [`app.event('app_mention'): Slack Bolt, chat`], 'app.js'],
  ],
  Knative: [
    ['handle', `const handle = async (context, event) => ({ body: await save(event) }); module.exports = { handle };`, ['handle: Knative, event'], 'index.js'],
  ],
  BullMQ: [
    ['a worker', `import { Worker } from 'bullmq'; new Worker('orders', async (job) => { await save(job.data); });`, [`Worker('orders'): BullMQ, queue`]],
  ],
  Kafka: [
    ['a consumer', `import { Kafka } from 'kafkajs'; const kafka = new Kafka({ brokers }); const consumer = kafka.consumer({ groupId: 'orders' }); await consumer.run({ eachMessage: async ({ message }) => { await save(message.value); } });`, ['eachMessage: Kafka, stream']],
  ],
  'Socket.IO': [
    ['a connection', `import { Server } from 'socket.io'; const io = new Server(); io.on('connection', (socket) => { socket.join('orders'); });`, [`io.on('connection'): Socket.IO, socket`]],
  ],
  hapi: [
    ['a route', `import Hapi from '@hapi/hapi'; const server = Hapi.server({ port: 3000 }); server.route({ method: 'POST', path: '/orders', handler: async (request) => save(request.payload) });`, ['POST /orders: hapi, http']],
  ],
  Convex: [
    ['a mutation', `import { mutation } from './_generated/server'; export const place = mutation({ args, handler: async (ctx, order) => { await ctx.db.insert('orders', order); } });`, ['place: Convex, rpc'], 'convex/orders.ts'],
  ],
  Restate: [
    ['a service', `import * as restate from '@restatedev/restate-sdk'; export const orders = restate.service({ name: 'orders', handlers: { place: async (ctx, order) => save(order) } });`, ['place: Restate, job']],
    ['a workflow', `import * as restate from '@restatedev/restate-sdk'; export const checkout = restate.workflow({ name: 'checkout', handlers: { run: async (ctx, order) => save(order) } });`, ['checkout: Restate, job']],
  ],
  Encore: [
    ['an endpoint', `import { api } from 'encore.dev/api'; export const place = api({ method: 'POST', path: '/orders', expose: true }, async (order) => save(order));`, ['POST /orders: Encore, http']],
    ['a handler of credentials', `import { authHandler } from 'encore.dev/auth'; export const auth = authHandler(async (params) => load(params.authorization));`, ['auth: Encore, auth']],
    ['middleware', `import { middleware } from 'encore.dev/api'; export const audit = middleware({ target: { all: true } }, async (request, next) => { save(request); return next(request); });`, ['audit: Encore, http (middleware)']],
  ],
  TypeGraphQL: [
    ['a resolver', `import { Resolver, Query } from 'type-graphql'; @Resolver() export class OrdersResolver { @Query(() => [Order]) orders() { return list(); } }`, ['orders: TypeGraphQL, rpc']],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_platform, rows) => {
  it.each(rows)('%s', (_form, code, expected, path) => {
    expect(handlersOf(code, path)).toEqual(expected);
  });
});

describe('settings', () => {
  it.each<readonly [form: string, settings: unknown, code: string, path: string, expected: readonly string[]]>([
    ['export names', { handlers: [{ exportNames: ['onEvent'] }] }, `export const onEvent = async (order) => save(order);`, 'src/orders.ts', ['onEvent: settings, event']],
    ['export names, another name', { handlers: [{ exportNames: ['onEvent'] }] }, `export const onOrder = async (order) => save(order);`, 'src/orders.ts', []],
    ['export names in files', { handlers: [{ exportNames: ['run'], files: ['src/jobs/**'] }] }, `export const run = async (order) => save(order);`, 'src/jobs/nightly/orders.ts', ['run: settings, event']],
    ['export names outside of the files', { handlers: [{ exportNames: ['run'], files: ['src/jobs/**'] }] }, `export const run = async (order) => save(order);`, 'src/orders.ts', []],
    ['files', { handlers: [{ files: ['src/jobs/*.ts'] }] }, `export const confirmOrder = async (order) => save(order);`, 'src/jobs/orders.ts', ['confirmOrder: settings, event']],
    ['a callee', { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }] }] }, `import { defineJob } from '@acme/jobs'; defineJob('orders', async (order) => save(order));`, 'src/orders.ts', ['orders: settings, event']],
    ['a method', { handlers: [{ callees: [{ name: 'queue.process', argument: 0 }] }] }, `import { queue } from './queue'; queue.process(async (order) => save(order));`, 'src/orders.ts', ['queue.process: settings, event']],
    ['a callee in files', { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }], files: ['src/jobs/**'] }] }, `import { defineJob } from '@acme/jobs'; defineJob('orders', async (order) => save(order));`, 'src/jobs/orders.ts', ['orders: settings, event']],
    ['a callee outside of the files', { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }], files: ['src/jobs/**'] }] }, `import { defineJob } from '@acme/jobs'; defineJob('orders', async (order) => save(order));`, 'src/orders.ts', []],
    ['an export beside a callee in files', { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }], files: ['src/jobs/**'] }] }, `export const confirmOrder = async (order) => save(order);`, 'src/jobs/orders.ts', []],
    ['a callee, another argument', { handlers: [{ callees: [{ name: 'defineJob', argument: 1 }] }] }, `import { defineJob } from '@acme/jobs'; defineJob(async () => 'orders', options);`, 'src/orders.ts', []],
  ])('%s', (_form, settings, code, path, expected) => {
    expect(handlersOf(code, path, settings)).toEqual(expected);
  });
});

describe('not a handler', () => {
  it.each([
    ['a local function with the name of a route method', `function GET() { return 1; } export const total = GET();`, 'app/api/orders/route.ts'],
    ['a route method outside of route files', `export const GET = async () => list();`, 'src/http-methods.ts'],
    ['a method named post of something else', `import { client } from './client'; client.post('/orders', (error, body) => save(body));`, 'src/orders.ts'],
    ['an object that is no default export', `export const orders = { fetch: async () => list() };`, 'src/orders.ts'],
    ['an event of the page', `addEventListener('resize', () => draw());`, 'src/page.ts'],
  ])('%s', (_name, code, path) => {
    expect(handlersOf(code, path)).toEqual([]);
  });
});

/** What runs once while the program starts, and declares handlers. */
describe('set-up functions', () => {
  const setUpsOf = (code: string, path?: string): string[] => readFacts({ code, path }, ({ handlers }) => [...handlers.setUps].map((fn) => functionName(fn) ?? `line ${fn.loc.start.line}`));

  it.each<readonly [name: string, code: string, expected: readonly string[]]>([
    ['a module that takes the app', `module.exports = function addRoutes(app) { app.get('/orders', async (req, res) => { res.json(await list()); }); };`, ['addRoutes']],
    ['a function that makes the app', `import express from 'express'; export function createApp() { const app = express(); app.get('/orders', (req, res) => res.json([])); return app; }`, ['createApp']],
    ['a plugin of Fastify', `import fp from 'fastify-plugin'; export default fp(async function shop(fastify) { fastify.get('/orders', async () => list()); });`, ['shop']],
    ['a plugin by its type', `import type { FastifyPluginAsync } from 'fastify'; export const shop: FastifyPluginAsync = async (fastify) => { fastify.get('/orders', async () => list()); };`, ['shop']],
    ['a group of routes', `import { Elysia } from 'elysia'; const addOrders = (shop) => shop.get('/orders', () => list()); new Elysia().group('/shop', addOrders);`, ['addOrders']],
    ['a handler that makes an app for itself', `import { Hono } from 'hono'; export default { fetch(request, env) { const app = new Hono(); app.get('/', (c) => c.text('ok')); return app.fetch(request, env); } };`, []],
    ['a function that asks another service', `export async function loadOrders(api) { return api.get('/orders', { retry: 3 }); }`, []],
  ])('%s', (_name, code, expected) => {
    expect(setUpsOf(code)).toEqual(expected);
  });
});

describe('what parameters hold', () => {
  const rolesOf = (code: string, path?: string): string[] => readFacts({ code, path }, ({ handlers }) => handlers.all.map(({ name, parameters, fn }) => `${name}(${parameters.slice(0, fn.params.length).join(', ')})`));

  it.each<readonly [name: string, code: string, expected: readonly string[]]>([
    ['Lambda', `export const handler = async (event, context) => save(event);`, ['handler(request, context)']],
    ['a Worker', `export default { async fetch(request, env, ctx) { return new Response(await load(request.url)); } };`, ['fetch(request, platform, context)']],
    ['a function of Twilio', `exports.handler = (context, event, callback) => { save(event.From); callback(); };`, ['handler(platform, request, platform)']],
    ['Azure, third version', `export default async function run(context, req) { context.res = { body: req.body }; }`, ['run(context, request)']],
    ['Express', `import express from 'express'; const app = express(); app.get('/', (req, res, next) => next());`, ['GET /(request, platform, platform)']],
    ['a handler of errors', `import express from 'express'; const app = express(); app.use((err, req, res, next) => next(err));`, ['app.use(error, request, platform, platform)']],
  ])('%s', (_name, code, expected) => {
    expect(rolesOf(code)).toEqual(expected);
  });
});

it('says where a handler stands', () => {
  const places = readFacts({ code: `const id = 1;\nexport const handler = async (event) => save(id, event);` }, ({ handlers }) => handlers.all.map(({ at }) => `${at.line}:${at.column}`));
  expect(places).toEqual(['2:23']);
});

describe('entries of a library file', () => {
  it.each<readonly [name: string, code: string, expected: readonly string[]]>([
    ['an exported function', `export function remember(id: string) { ids.push(id); }`, ['remember (export)']],
    ['methods of an exported instance', `class Orders { save(order) {} #check() {} private log() {} } export const orders = new Orders();`, ['save (export)']],
    ['methods of an exported class', `export class Orders { save(order) {} }`, ['save (export)']],
    ['methods of an exported object', `export const orders = { save(order) {} };`, ['save (export)']],
    ['a callback kept by unknown code', `import { queue } from './queue'; queue.subscribe('orders', (order) => save(order));`, [`queue.subscribe('orders') (callback)`]],
    ['a timer set while loading', `setInterval(() => sweep(), 60_000);`, ['setInterval (timer)']],
    ['a callback that runs at once', `const totals = new Map(); rows.forEach((row) => totals.set(row.id, row.total)); export const total = 1;`, []],
    ['the events of a connection', `import { redis } from './redis'; redis.on('error', (error) => report(error)); export const total = 1;`, []],
    ['what a start-up or a test calls', `export function initOrders() {} export function resetForTests() {}`, []],
  ])('%s', (_name, code, expected) => {
    expect(entriesOf(code)).toEqual(expected);
  });
});

describe('classes of one instance', () => {
  const classesOf = (code: string): string[] =>
    readFacts({ code }, ({ handlers }) => [...[...handlers.singletonClasses].map((node) => `${node.id?.name}: one instance`), ...[...handlers.actorClasses].map((node) => `${node.id?.name}: actor`)]);

  it.each<readonly [name: string, code: string, expected: readonly string[]]>([
    ['made while loading', `class Orders { count = 0; } const orders = new Orders();`, ['Orders: one instance']],
    ['made by each invocation', `class Orders { count = 0; } export const handler = async () => new Orders();`, []],
    ['made by NestJS', `import { Injectable } from '@nestjs/common'; @Injectable() export class Orders { count = 0; }`, ['Orders: one instance']],
    ['made by NestJS for each request', `import { Injectable, Scope } from '@nestjs/common'; @Injectable({ scope: Scope.REQUEST }) export class Orders { count = 0; }`, []],
    ['a Durable Object', `import { DurableObject } from 'cloudflare:workers'; export class Room extends DurableObject { count = 0; }`, ['Room: actor']],
    ['a Durable Object by its parameter', `export class Room { constructor(private state: DurableObjectState) {} }`, ['Room: actor']],
    ['a workflow', `import { WorkflowEntrypoint } from 'cloudflare:workers'; export class Fulfil extends WorkflowEntrypoint { count = 0; }`, ['Fulfil: actor']],
  ])('%s', (_name, code, expected) => {
    expect(classesOf(code)).toEqual(expected);
  });
});
