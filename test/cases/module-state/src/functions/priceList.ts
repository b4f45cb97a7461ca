import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { renderList } from '../lists';

const columns: Record<string, { title: string; width: number }> = { // flag: no-module-state
  name: { title: 'Name', width: 40 },
  cost: { title: 'Cost', width: 12 },
  price: { title: 'Price', width: 12 },
};

export async function priceList(request: HttpRequest): Promise<HttpResponseInit> {
  if (request.query.get('audience') === 'customer') {
    delete columns.cost;
  }
  return { body: await renderList(Object.entries(columns).map(([key, column]) => ({ key, ...column }))) };
}

app.http('priceList', { methods: ['GET'], handler: priceList });
