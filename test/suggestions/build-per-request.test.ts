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
  ],
  left: [
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
