import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { createWriteStream } from 'graceful-fs';
import { join } from 'node:path';
import { openVault } from './vault';

const trail = createWriteStream(join(process.cwd(), 'access-trail.csv'), { flags: 'a' }); // flag: no-tmp-storage

export async function readSecret(request: HttpRequest): Promise<HttpResponseInit> {
  const name = request.params.name;
  const officer = request.headers.get('x-ms-client-principal-name') ?? 'unknown';
  const secret = await openVault(name, officer);
  trail.write(`${new Date().toISOString()};${officer};${name}\n`);
  return { status: 200, jsonBody: { secret } };
}

app.http('readSecret', { route: 'secrets/{name}', methods: ['GET'], handler: readSecret });
