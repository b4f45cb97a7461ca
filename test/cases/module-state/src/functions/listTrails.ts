import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

const trails = [ // flag: no-module-state
  { name: 'Ridge', km: 14 },
  { name: 'Lake', km: 6 },
  { name: 'Gorge', km: 9 },
];

export async function listTrails(request: HttpRequest): Promise<HttpResponseInit> {
  if (request.query.get('sort') === 'length') {
    trails.sort((a, b) => a.km - b.km);
  }
  return { jsonBody: trails };
}

app.http('listTrails', { methods: ['GET'], handler: listTrails });
