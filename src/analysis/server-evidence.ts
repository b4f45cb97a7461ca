/**
 * Question: is this file surely server code?
 *
 * A file without a handler of its own is taken as a library of some handler. Timers and detached promises are just as common in pages
 * that bear no mark of the browser, and are fine there; without evidence of a server nothing is said of them.
 */
import type { FileAnalysis } from './index.js';

const SERVER_PATH =
  /(^|\/)(api|functions?|netlify|lambdas?|server|backend|handlers?|workers?|cron|jobs?|queues?|webhooks?|edge-functions|supabase)\/|(^|\/)(server|worker|app|index|main)\.[cm]?[jt]s$|\.server\.[cm]?[jt]s$|\.(worker|job|processor|consumer)\.[cm]?[jt]s$/;
/** `lib/api/artists.ts` asks a server as often as it is one. */
const CLIENT_OF_API = /(^|\/)(libs?|utils|shared|common|features)\/api\//;
const CLIENT_PATH = /(^|\/)(components?|hooks|client|ui|views?|widgets?|composables|stores?|providers|screens|frontend|public|static|assets|browser|renderer|extensions?|\w*mobile|electron|desktop|cli|bin|scripts?|test-scripts|vite|webpack)\//i;
const CLIENT_MODULE = /^(react-native.*|@react-native.*|expo.*|react-dom.*|firebase\/(app|auth|firestore|storage|analytics)|@tanstack\/react-query|react-router-dom|electron|vscode|amazon-chime-sdk-js|amazon-ivs-(player|web-broadcast)|livekit-client|twilio-video|pusher-js|peerjs)$/;
const BUILD_MODULE = /^(vite|rollup|webpack|esbuild|@rspack\/core|typescript|@babel\/core|eslint|nodemon|chokidar)$/;
const PAGE_GLOBALS = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'Audio', 'BroadcastChannel'];
/** A program that is started from a shell. */
const PROGRAM = /\brequire\.main === module\b|\bimport\.meta\.main\b|\bprocess\.argv\b/;
const SERVER_MODULE = new RegExp(
  [
    '^(@aws-sdk/|@aws-lambda-powertools/|@azure/|@google-cloud/|@cloudflare/|@netlify/|@vercel/(functions|kv|postgres|blob|edge-config|queue)|@upstash/|@prisma/|@planetscale/|@neondatabase/|@libsql/|@nestjs/|@hono/|@fastify/|@koa/|@octokit/)',
    '^(aws-sdk|aws-lambda|firebase-admin|firebase-functions|express|fastify|koa|hono|pg|mysql2?|mongodb|mongoose|redis|ioredis|bullmq|bull|amqplib|kafkajs|nodemailer|resend|twilio|stripe|knex|typeorm|sequelize|drizzle-orm|drizzle-orm/.*|server-only|next/server|next/headers|next/cache|cloudflare:.*|middy|@middy/.*|telegraf|grammy|undici|winston|pino|bunyan|node-cron|web-push|postgres|serverless-http)(/.*)?$',
    // No page has files, sockets or processes.
    '^(node:)?(fs|fs/promises|http|https|http2|net|child_process|worker_threads|cluster)$',
    '(^|/)(db|database|redis|prisma|kv|queues?|sqs|firestore|mongo\\w*|dynamo\\w*|mailer|mail|drizzle|knex|postgres|supabase/(server|admin|service)\\w*|supabase-?admin)(\\.[cm]?[jt]s)?$',
  ].join('|'),
);

export function hasServerEvidence(analysis: FileAnalysis): boolean {
  if (isOfAnotherProgram(analysis)) return false;
  const { source, handlers } = analysis;
  return handlers.all.some(({ entry }) => entry === 'platform') || SERVER_PATH.test(source.filename.replace(CLIENT_OF_API, '$1')) || source.modules.some((name) => SERVER_MODULE.test(name));
}

/** Whether a file bears a mark of a page, an app, a build or a program for the shell. */
export function isOfAnotherProgram({ source, handlers }: FileAnalysis): boolean {
  const modules = source.modules;
  if (modules.some((name) => BUILD_MODULE.test(name))) return true;
  if (handlers.all.some(({ entry }) => entry === 'platform')) return false;
  if (PROGRAM.test(source.text) || CLIENT_PATH.test(source.filename) || /\.[jt]sx$/.test(source.filename)) return true;
  return PAGE_GLOBALS.some((name) => source.globals.has(name)) || modules.some((name) => CLIENT_MODULE.test(name));
}
