import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { rightsOf } from '../rights-table';

const rightsCache: Record<string, string[]> = {}; // flag: no-memory-cache

async function load(user: string): Promise<string[]> {
  if (!Object.hasOwn(rightsCache, user)) {
    rightsCache[user] = await rightsOf(user);
  }
  return rightsCache[user];
}

async function grant(request: HttpRequest): Promise<HttpResponseInit> {
  const { user, right } = (await request.json()) as { user: string; right: string };
  rightsCache[user] = [...(await load(user)), right];
  return { status: 204 };
}

async function check(request: HttpRequest): Promise<HttpResponseInit> {
  const rights = await load(request.params.user);
  return { jsonBody: { allowed: rights.includes(request.query.get('right') ?? '') } };
}

app.http('grant', { methods: ['POST'], handler: grant });
app.http('check', { methods: ['GET'], route: 'rights/{user}', handler: check });
