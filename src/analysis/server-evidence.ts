/**
 * Question: is this file surely server code?
 *
 * A file without a handler of its own is taken as a library of some handler. Timers and detached promises are just as common in pages
 * that bear no mark of the browser, and are fine there; without evidence of a server nothing is said of them.
 */
import { dottedName, outermost, type Node } from './ast.js';
import type { FileAnalysis } from './index.js';
import type { SourceIndex } from './source-index.js';

const SERVER_PATH =
  /(^|\/)(api|functions?|netlify|lambdas?|server|backend|handlers?|workers?|cron|jobs?|queues?|webhooks?|edge-functions|supabase)\/|(^|\/)(server|worker|app|index|main)\.[cm]?[jt]s$|\.server\.[cm]?[jt]s$|\.(worker|job|processor|consumer)\.[cm]?[jt]s$/;
/** `lib/api/artists.ts` asks a server as often as it is one. */
const CLIENT_OF_API = /(^|\/)(libs?|utils|shared|common|features)\/api\//;
const CLIENT_PATH =
  /(^|\/)(components?|hooks|client|ui|views?|widgets?|composables|stores?|providers|screens|frontend|public|static|assets|browser|renderer|extensions?|\w*mobile|electron|desktop|cli|bin|scripts?|test-scripts|vite|webpack)\//i;
const CLIENT_MODULE =
  /^(react-native.*|@react-native.*|expo.*|react-dom.*|firebase\/(app|auth|firestore|storage|analytics)|@tanstack\/react-query|react-router-dom|electron|vscode|amazon-chime-sdk-js|amazon-ivs-(player|web-broadcast)|livekit-client|twilio-video|pusher-js|peerjs)$/;
const BUILD_MODULE = /^(vite|rollup|webpack|esbuild|@rspack\/core|typescript|@babel\/core|eslint|nodemon|chokidar)$/;
const PAGE_GLOBALS = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'Audio', 'BroadcastChannel'];
const SERVER_GLOBALS = ['setImmediate', 'Buffer', '__dirname', 'Deno', 'EdgeRuntime'];
/** Put into pages by their bundlers, under the prefixes that these ask for. */
const BUNDLED_SETTING =
  /^(NODE_ENV|PUBLIC_URL|BASE_URL|MODE|DEV|PROD|APP_ENV|DEBUG|npm_\w+|(NEXT_PUBLIC|NUXT_PUBLIC|REACT_APP|VITE|EXPO_PUBLIC|EXPO|PUBLIC|GATSBY|VUE_APP|STORYBOOK|JEST|VITEST)(_\w+)?)$/;
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
  return (
    handlers.all.some(({ entry }) => entry === 'platform') ||
    SERVER_PATH.test(source.filename.replace(CLIENT_OF_API, '$1')) ||
    source.modules.some((name) => SERVER_MODULE.test(name)) ||
    namesServer(source)
  );
}

/** What only a server has by name: globals of its runtime, and settings that no bundler puts into a page. */
function namesServer({ globals }: SourceIndex): boolean {
  if (SERVER_GLOBALS.some((name) => globals.has(name))) return true;
  return (globals.get('process') ?? []).some(({ identifier }) => {
    const { root, path } = dottedName(outermostMember(identifier as Node));
    return root === identifier && path[0] === 'env' && path[1] !== undefined && !BUNDLED_SETTING.test(path[1]);
  });
}

/** `process.env.TOKEN` around `process`. */
function outermostMember(node: Node): Node {
  let member = outermost(node);
  while (member.parent?.type === 'MemberExpression' && member.parent.object === member) member = outermost(member.parent);
  return member;
}

/** Whether a file bears a mark of a page, an app, a build or a program for the shell. */
export function isOfAnotherProgram({ source, handlers }: FileAnalysis): boolean {
  const modules = source.modules;
  if (modules.some((name) => BUILD_MODULE.test(name))) return true;
  if (handlers.all.some(({ entry }) => entry === 'platform')) return false;
  if (PROGRAM.test(source.text) || CLIENT_PATH.test(source.filename) || /\.[jt]sx$/.test(source.filename)) return true;
  return PAGE_GLOBALS.some((name) => source.globals.has(name)) || modules.some((name) => CLIENT_MODULE.test(name));
}
