// Filled once and only read: another name for a table is no cell either.
declare global {
  var sitePages: { names: Map<string, string> };
}

if (!global.sitePages) {
  global.sitePages = { names: new Map([['/', 'home'], ['/menu', 'menu']]) };
}

const site = global.sitePages;

export async function POST(request: Request) {
  const { page } = await request.json();
  return Response.json({ name: site.names.get(page) ?? 'unknown' });
}
