import { noRequestLeak } from '../../rules/no-request-leak.js';
import { testRewrites } from './test-rewrites.js';

testRewrites('build for each request', noRequestLeak, {
  reported: 'requestLeak',
  rewritten: [
    {
      name: 'headers that two handlers answer with, and one writes',
      filename: 'app/api/stock/route.ts',
      code: `import { stockOf } from '@/lib/stock';

const headers = new Headers({ 'cache-control': 'no-store' });

export async function GET(request: Request) {
  const origin = request.headers.get('origin');
  if (origin) headers.set('access-control-allow-origin', origin);
  return Response.json(await stockOf(request.url), { headers });
}

export function OPTIONS() {
  return new Response(null, { headers });
}
`,
      suggestions: [
        {
          messageId: 'buildPerRequest',
          output: `import { stockOf } from '@/lib/stock';

const headers = new Headers({ 'cache-control': 'no-store' });

export async function GET(request: Request) {
  const ownHeaders = new Headers(headers);
  const origin = request.headers.get('origin');
  if (origin) ownHeaders.set('access-control-allow-origin', origin);
  return Response.json(await stockOf(request.url), { headers: ownHeaders });
}

export function OPTIONS() {
  return new Response(null, { headers });
}
`,
        },
      ],
    },
    {
      name: 'a Headers object that two handlers write',
      filename: 'app/api/stock/route.ts',
      code: `import { changeStock, stockOf } from '@/lib/stock'

const cors = new Headers({ 'access-control-allow-methods': 'GET, POST' })

export async function GET(request: Request) {
  cors.set('access-control-allow-origin', request.headers.get('origin') ?? '*')
  return Response.json(await stockOf(request.url), { headers: cors })
}

export async function POST(request: Request) {
  cors.set('access-control-allow-origin', request.headers.get('origin') ?? '*')
  return Response.json(await changeStock(await request.json()), { headers: cors })
}
`,
      suggestions: [
        {
          messageId: 'buildPerRequest',
          output: `import { changeStock, stockOf } from '@/lib/stock'

const cors = new Headers({ 'access-control-allow-methods': 'GET, POST' })

export async function GET(request: Request) {
  const ownCors = new Headers(cors)
  ownCors.set('access-control-allow-origin', request.headers.get('origin') ?? '*')
  return Response.json(await stockOf(request.url), { headers: ownCors })
}

export async function POST(request: Request) {
  const ownCors = new Headers(cors)
  ownCors.set('access-control-allow-origin', request.headers.get('origin') ?? '*')
  return Response.json(await changeStock(await request.json()), { headers: ownCors })
}
`,
        },
      ],
    },
    {
      name: 'options of a client whose headers two handlers sign',
      filename: 'app/api/invoices/route.ts',
      code: `import { billing } from '@/lib/billing';

const options = { timeout: 500, headers: { accept: 'application/json', authorization: '' } };

export async function GET(request: Request) {
  options.headers.authorization = request.headers.get('authorization') ?? '';
  return Response.json(await billing.list('/invoices', options));
}

export async function POST(request: Request) {
  const body = await request.json();
  options.headers['authorization'] = request.headers.get('authorization') ?? '';
  return Response.json(await billing.create('/invoices', body, options));
}
`,
      suggestions: [
        {
          messageId: 'buildPerRequest',
          output: `import { billing } from '@/lib/billing';

const options = { timeout: 500, headers: { accept: 'application/json', authorization: '' } };

export async function GET(request: Request) {
  const ownOptions = { ...options, headers: { ...options.headers } };
  ownOptions.headers.authorization = request.headers.get('authorization') ?? '';
  return Response.json(await billing.list('/invoices', ownOptions));
}

export async function POST(request: Request) {
  const ownOptions = { ...options, headers: { ...options.headers } };
  const body = await request.json();
  ownOptions.headers['authorization'] = request.headers.get('authorization') ?? '';
  return Response.json(await billing.create('/invoices', body, ownOptions));
}
`,
        },
      ],
    },
    {
      name: 'options that the one function signs through which every handler asks',
      filename: 'app/api/invoices/route.ts',
      code: `import { billing } from '@/lib/billing';

let config = { 'x-request': {}, timeout: 500, headers: new Headers({ accept: 'application/json' }) };

async function ask(path: string, request: Request) {
  config.headers.set('authorization', request.headers.get('authorization') ?? '');
  Object.assign(config['x-request'], { url: request.url });
  return billing.get(path, config);
}

export async function GET(request: Request) {
  return Response.json(await ask('/invoices', request));
}

export async function POST(request: Request) {
  return Response.json(await ask('/drafts', request));
}
`,
      suggestions: [
        {
          messageId: 'buildPerRequest',
          output: `import { billing } from '@/lib/billing';

let config = { 'x-request': {}, timeout: 500, headers: new Headers({ accept: 'application/json' }) };

async function ask(path: string, request: Request) {
  const ownConfig = { ...config, headers: new Headers(config.headers), 'x-request': { ...config['x-request'] } };
  ownConfig.headers.set('authorization', request.headers.get('authorization') ?? '');
  Object.assign(ownConfig['x-request'], { url: request.url });
  return billing.get(path, ownConfig);
}

export async function GET(request: Request) {
  return Response.json(await ask('/invoices', request));
}

export async function POST(request: Request) {
  return Response.json(await ask('/drafts', request));
}
`,
        },
      ],
    },
    {
      name: 'a plain object of headers, answered by a handler that does not write it',
      filename: 'app/api/stock/route.ts',
      code: `import { stockOf } from '@/lib/stock';

const headers: Record<string, string> = { 'cache-control': 'no-store' };

export async function GET(request: Request) {
  headers['access-control-allow-origin'] = request.headers.get('origin') ?? '*';
  return Response.json(await stockOf(request.url), { headers });
}

export function OPTIONS() {
  return new Response(null, { headers });
}
`,
      suggestions: [
        {
          messageId: 'buildPerRequest',
          output: `import { stockOf } from '@/lib/stock';

const headers: Record<string, string> = { 'cache-control': 'no-store' };

export async function GET(request: Request) {
  const ownHeaders = { ...headers };
  ownHeaders['access-control-allow-origin'] = request.headers.get('origin') ?? '*';
  return Response.json(await stockOf(request.url), { headers: ownHeaders });
}

export function OPTIONS() {
  return new Response(null, { headers });
}
`,
        },
      ],
    },
  ],
  left: [
    {
      name: 'options that a function in between is meant to find signed',
      filename: 'app/api/invoices/route.ts',
      code: `import { billing } from '@/lib/billing';
const options = { headers: { accept: 'application/json', authorization: '' } };
const ask = async (path: string) => {
  return billing.get(path, options);
};
export async function GET(request: Request) {
  options.headers.authorization = request.headers.get('authorization') ?? '';
  return Response.json(await ask('/invoices'));
}
export async function POST(request: Request) {
  options.headers.authorization = request.headers.get('authorization') ?? '';
  return Response.json(await ask('/drafts'));
}
`,
    },
    {
      name: 'options that one function signs on some ways only',
      filename: 'app/api/invoices/route.ts',
      code: `import { billing } from '@/lib/billing';
const options = { headers: { accept: 'application/json', authorization: '' } };
async function ask(path: string, token: string | null) {
  if (token) options.headers.authorization = token;
  return billing.get(path, options);
}
export async function GET(request: Request) {
  await ask('/sign-in', request.headers.get('authorization'));
  return Response.json(await ask('/invoices', null));
}
`,
    },
    {
      name: 'options that a function of the file signs by its parameter',
      filename: 'app/api/invoices/route.ts',
      code: `import { billing } from '@/lib/billing';
const options = { headers: { accept: 'application/json', authorization: '' } };
function sign(signed: { headers: { authorization: string } }, request: Request) {
  signed.headers.authorization = request.headers.get('authorization') ?? '';
}
export async function GET(request: Request) {
  sign(options, request);
  return Response.json(await billing.get('/invoices', options));
}
export async function POST(request: Request) {
  sign(options, request);
  return Response.json(await billing.post('/invoices', options));
}
`,
    },
    {
      name: 'headers that come from elsewhere, so that nobody knows how deep they go',
      filename: 'app/api/invoices/route.ts',
      code: `import { billing, defaults } from '@/lib/billing';
const options = { headers: { authorization: '' }, ...defaults };
export async function GET(request: Request) {
  options.headers.authorization = request.headers.get('authorization') ?? '';
  return Response.json(await billing.get('/invoices', options));
}
export async function POST(request: Request) {
  options.headers.authorization = request.headers.get('authorization') ?? '';
  return Response.json(await billing.post('/invoices', options));
}
`,
    },
    {
      name: 'headers that a helper between handler and response adds',
      filename: 'app/api/stock/route.ts',
      code: `import { stockOf } from '@/lib/stock';
const headers = new Headers({ 'cache-control': 'no-store' });
const answer = (body: unknown) => Response.json(body, { headers });
export async function GET(request: Request) {
  const origin = request.headers.get('origin');
  if (origin) headers.set('access-control-allow-origin', origin);
  return answer(await stockOf(request.url));
}
`,
    },
    {
      name: 'a copy that could take no good name',
      filename: 'app/api/stock/route.ts',
      code: `import { stockOf } from '@/lib/stock';
const headers = new Headers({ 'cache-control': 'no-store' });
const ownHeaders = ['etag'];
export async function GET(request: Request) {
  const origin = request.headers.get('origin');
  if (origin) headers.set('access-control-allow-origin', origin);
  return Response.json(await stockOf(request.url, ownHeaders), { headers });
}
export function HEAD() {
  return new Response(null, { headers });
}
`,
    },
  ],
});
