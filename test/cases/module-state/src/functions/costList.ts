import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { renderList } from '../lists';

const columns: Record<string, { title: string; width: number }> = Object.freeze({
  name: { title: 'Name', width: 40 },
  cost: { title: 'Cost', width: 12 },
  price: { title: 'Price', width: 12 },
});

export async function costList(request: HttpRequest): Promise<HttpResponseInit> {
  const shown = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, { ...column }]));
  if (request.query.get('audience') === 'customer') {
    delete shown.cost;
    shown.name.width += 12;
  }
  return { body: await renderList(Object.values(shown)) };
}

app.http('costList', { methods: ['GET'], handler: costList });
