/** Hosts and runtimes of web projects. */
import type { Platform } from './form.js';
import { CONTEXT_NEXT, EVENT_CONTEXT, HTTP_METHODS, REQUEST_CONTEXT, REQUEST_RESPONSE } from './parameters.js';

export const HOSTS: readonly Platform[] = [
  {
    name: 'Bun',
    forms: [
      { trigger: 'http', calls: ['Bun.serve'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['serve'], from: ['bun'], parameters: ['request', 'platform'] },
    ],
  },
  {
    name: 'Vercel',
    forms: [
      // Only an `api` folder at the root of a deployed project is Vercel's own; source folders of that name are clients more often. What stands
      // in its folders of helpers is called by its functions.
      {
        trigger: 'http',
        files:
          /^(.*\/)?(?<!(src|app|pages|server|client|frontend|lib|libs|components|functions|routes|services|shared|utils|common|core|modules|cdk|infra)\/)api\/(?!(.*\/)?(_[^/]*|shared|libs?|utils|helpers)\/).+\.[cm]?[jt]s$/,
        exports: ['default', 'fetch', ...HTTP_METHODS],
        members: ['fetch'],
        parameters: ['request', 'platform'],
      },
      {
        trigger: 'http',
        types: ['VercelApiHandler', 'NowApiHandler'],
        eventTypes: ['VercelRequest', 'NowRequest'],
        parameters: REQUEST_RESPONSE,
      },
      {
        trigger: 'queue',
        triggerName: 'Vercel Queues',
        calls: ['handleCallback', 'handleNodeCallback'],
        from: ['@vercel/queue'],
        parameters: ['request', 'context'],
      },
    ],
  },
  {
    name: 'Upstash',
    forms: [
      {
        trigger: 'queue',
        triggerName: 'QStash',
        calls: [
          'verifySignature',
          'verifySignatureEdge',
          'verifySignatureAppRouter',
          'verifySignatureSolidjs',
          'verifySignatureH3',
          'verifySignatureSvelte',
        ],
        parameters: ['request', 'platform'],
      },
      {
        trigger: 'job',
        triggerName: 'Upstash Workflow',
        calls: ['serve', 'createWorkflow'],
        from: ['@upstash/workflow', '@upstash/qstash'],
        parameters: ['request'],
      },
    ],
  },
  {
    name: 'Netlify',
    forms: [
      {
        trigger: 'job',
        triggerName: 'background function',
        files: /(^|\/)netlify\/functions\/.+-background(\/index)?\.[cm]?[jt]sx?$/,
        exports: ['default', 'handler'],
        parameters: EVENT_CONTEXT,
      },
      {
        trigger: 'http',
        files: /(^|\/)netlify\/(edge-)?functions\/.+\.[cm]?[jt]sx?$/,
        exports: ['default', 'onRequest'],
        members: ['fetch'],
        parameters: REQUEST_CONTEXT,
      },
      { trigger: 'http', files: /(^|\/)netlify\/functions\/.+\.[cm]?[jt]sx?$/, exports: ['handler'], parameters: EVENT_CONTEXT },
      { trigger: 'http', types: ['Handler', 'StreamingHandler'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
      {
        trigger: 'http',
        types: ['EdgeFunction'],
        from: ['@netlify/edge-functions', 'netlify:', 'https://edge.netlify.com'],
        parameters: REQUEST_CONTEXT,
      },
      { trigger: 'job', triggerName: 'background function', types: ['BackgroundHandler'], parameters: EVENT_CONTEXT },
      { trigger: 'http', eventTypes: ['HandlerEvent'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
      {
        trigger: 'http',
        eventTypes: ['Context'],
        from: ['@netlify/functions', '@netlify/edge-functions', 'netlify:', 'https://edge.netlify.com'],
        parameters: REQUEST_CONTEXT,
      },
      { trigger: 'schedule', calls: ['schedule'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
      { trigger: 'http', calls: ['builder', 'stream'], from: ['@netlify/functions'], parameters: EVENT_CONTEXT },
    ],
  },
  {
    name: 'Supabase',
    forms: [{ trigger: 'http', calls: ['Deno.serve', 'serve'], files: /(^|\/)supabase\/functions\//, parameters: ['request', 'platform'] }],
  },
  {
    name: 'Deno',
    forms: [
      { trigger: 'http', calls: ['Deno.serve'], parameters: ['request', 'platform'] },
      { trigger: 'http', calls: ['serve', 'serveListener'], from: ['std', '@std/http'], parameters: ['request', 'platform'] },
      { trigger: 'schedule', calls: ['Deno.cron'] },
      { trigger: 'queue', calls: ['listenQueue'], parameters: ['request'] },
      { trigger: 'http', types: ['Deno.ServeHandler', 'Deno.ServeDefaultExport'], parameters: ['request', 'platform'] },
      { trigger: 'http', routers: ['Application', 'Router'], from: ['oak', '@oak/oak'], parameters: CONTEXT_NEXT },
      {
        trigger: 'http',
        types: ['Handlers', 'Handler', 'MiddlewareHandler'],
        from: ['$fresh', 'fresh', '@fresh/core'],
        parameters: REQUEST_CONTEXT,
      },
      { trigger: 'http', calls: ['define.handlers', 'define.middleware', 'define.page'], parameters: ['request'] },
      { trigger: 'http', routers: ['App'], from: ['fresh', '@fresh/core'], parameters: ['request'] },
    ],
  },
];
