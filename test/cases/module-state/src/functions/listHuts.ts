import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

const huts = [
  { name: 'Falcon', beds: 40 },
  { name: 'Marmot', beds: 12 },
  { name: 'Ibex', beds: 25 },
].sort((a, b) => a.name.localeCompare(b.name));

export async function listHuts(request: HttpRequest): Promise<HttpResponseInit> {
  const beds = Number(request.query.get('beds') ?? 0);
  const listed = request.query.get('sort') === 'beds' ? huts.toSorted((a, b) => b.beds - a.beds) : huts.slice();
  while (listed.length > 0 && listed[listed.length - 1].beds < beds) listed.pop();
  return { jsonBody: listed };
}

app.http('listHuts', { methods: ['GET'], handler: listHuts });
