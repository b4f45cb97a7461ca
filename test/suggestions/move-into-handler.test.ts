import { noRequestLeak } from '../../rules/no-request-leak.js';
import { testRewrites } from './test-rewrites.js';

testRewrites('move into the handler', noRequestLeak, {
  reported: 'requestLeak',
  rewritten: [
    {
      name: 'the user of a request, with the comment that speaks of it',
      filename: 'app/api/orders/route.ts',
      code: `import { findUser, listOrders, type User } from '@/lib/shop';

const PAGE = 20;

// Who is asking.
let currentUser: User | undefined;

export async function GET(request: Request) {
  const token = request.headers.get('authorization');
  if (token) currentUser = { id: token };
  return Response.json(await listOrders(currentUser?.id, PAGE));
}
`,
      suggestions: [
        {
          messageId: 'moveIntoHandler',
          output: `import { findUser, listOrders, type User } from '@/lib/shop';

const PAGE = 20;

export async function GET(request: Request) {
  // Who is asking.
  let currentUser: User | undefined;
  const token = request.headers.get('authorization');
  if (token) currentUser = { id: token };
  return Response.json(await listOrders(currentUser?.id, PAGE));
}
`,
        },
      ],
    },
    {
      name: 'an object over several lines, indented as the handler is',
      code: `
import { isPartner } from './partners';
const headers = {
	'content-type': 'application/json',
	'cache-control': 'no-store'
}

exports.handler = async (event) => {
	'use strict'
	if (isPartner(event.headers.origin)) headers['access-control-allow-origin'] = event.headers.origin
	return { statusCode: 200, headers, body: '{}' }
}
`,
      suggestions: [
        {
          messageId: 'moveIntoHandler',
          output: `
import { isPartner } from './partners';

exports.handler = async (event) => {
	'use strict'
	const headers = {
		'content-type': 'application/json',
		'cache-control': 'no-store'
	}
	if (isPartner(event.headers.origin)) headers['access-control-allow-origin'] = event.headers.origin
	return { statusCode: 200, headers, body: '{}' }
}
`,
        },
      ],
    },
    {
      name: 'headers of a worker, with constants of the module',
      filename: 'src/index.ts',
      code: `import { answer } from './answers';
const METHODS = 'GET, POST';
const cors = new Headers({ 'access-control-allow-methods': METHODS });
export default {
  async fetch(request: Request): Promise<Response> {
    cors.set('access-control-allow-origin', request.headers.get('origin') ?? '*');
    return new Response(await answer(request), { headers: cors });
  },
};
`,
      suggestions: [
        {
          messageId: 'moveIntoHandler',
          output: `import { answer } from './answers';
const METHODS = 'GET, POST';
export default {
  async fetch(request: Request): Promise<Response> {
    const cors = new Headers({ 'access-control-allow-methods': METHODS });
    cors.set('access-control-allow-origin', request.headers.get('origin') ?? '*');
    return new Response(await answer(request), { headers: cors });
  },
};
`,
        },
      ],
    },
    {
      name: 'a client that was made of the first request',
      reported: 'requestLeakLazy',
      code: `import { Client } from '@acme/crm';
let client: Client | undefined;
export const handler = async (event: { token: string }) => {
  if (!client) client = new Client({ token: event.token });
  return client.contacts();
};
`,
      suggestions: [
        {
          messageId: 'moveIntoHandler',
          output: `import { Client } from '@acme/crm';
export const handler = async (event: { token: string }) => {
  let client: Client | undefined;
  if (!client) client = new Client({ token: event.token });
  return client.contacts();
};
`,
        },
      ],
    },
  ],
  left: [
    {
      name: 'a variable that a helper reads',
      code: `
import { listOrders } from './shop';
let currentUser;
const ordersOfUser = () => listOrders(currentUser.id);
export async function GET(request) {
  const id = request.headers.get('x-user');
  if (id) currentUser = { id };
  return Response.json(await ordersOfUser());
}
`,
    },
    {
      name: 'a variable that other modules see',
      code: `
import { listOrders } from './shop';
export let currentUser;
export async function GET(request) {
  const id = request.headers.get('x-user');
  if (id) currentUser = { id };
  return Response.json(await listOrders(currentUser));
}
`,
    },
    {
      name: 'an initial value that is opened, not written down',
      reported: 'requestLeakSetter',
      code: `
import { Client } from '@acme/crm';
const client = new Client();
export const handler = async (event) => {
  client.setAccessToken(event.headers.authorization);
  return client.contacts();
};
`,
    },
    {
      name: 'an object that keeps a client beside the data of a request',
      code: `
import { Client } from '@acme/crm';
const state = { client: null, user: null };
export const handler = async (event) => {
  state.client ??= new Client(process.env.CRM);
  if (event.user) state.user = event.user;
  return state.client.contacts(state.user);
};
`,
    },
    {
      name: 'a declaration whose names mean something else in the handler',
      code: `
import { isPartner } from './partners';
const type = 'application/json';
const headers = { 'content-type': type };
export const handler = async (event) => {
  const type = event.type;
  if (isPartner(type)) headers['access-control-allow-origin'] = event.headers.origin;
  return { statusCode: 200, headers, body: type };
};
`,
    },
    {
      name: 'one of several variables in a declaration',
      code: `
import { listOrders } from './shop';
let currentUser, shop = 'north';
export async function GET(request) {
  const id = request.headers.get('x-user');
  if (id) currentUser = { id };
  return Response.json(await listOrders(currentUser, shop));
}
`,
    },
    {
      name: 'a handler that the file calls several times itself',
      code: `
import { listOrders } from './shop';
let currentUser;
export async function GET(request) {
  const id = request.headers.get('x-user');
  if (id) currentUser = { id };
  return Response.json(await listOrders(currentUser));
}
export async function POST(request) {
  await GET(request);
  return GET(request);
}
`,
    },
  ],
});
