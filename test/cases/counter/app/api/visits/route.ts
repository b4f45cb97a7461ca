// The visits of the site, which its owner looks at; `site` is only another name for the global.
declare global {
  var siteAnalytics: { visits: number; pages: Map<string, number> };
}

if (!global.siteAnalytics) {
  global.siteAnalytics = {
    visits: 0, // flag: no-memory-counter
    pages: new Map(), // flag: no-memory-counter
  };
}

const site = global.siteAnalytics;

export async function POST(request: Request) {
  const { page } = await request.json();
  site.visits++;
  site.pages.set(page, (site.pages.get(page) ?? 0) + 1);
  return Response.json({ ok: true });
}

export async function GET() {
  return Response.json({ visits: site.visits, pages: Object.fromEntries(site.pages) });
}
