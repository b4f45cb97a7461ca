const clicks = new Map<string, Map<string, number>>(); // flag: no-memory-counter

function count(link: string, country: string): number {
  const byCountry = clicks.get(link) ?? new Map<string, number>();
  byCountry.set(country, (byCountry.get(country) ?? 0) + 1);
  clicks.set(link, byCountry);
  return byCountry.get(country)!;
}

Bun.serve({
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/report') {
      const byCountry = clicks.get(searchParams.get('link') ?? '');
      return Response.json(byCountry ? Object.fromEntries(byCountry) : {});
    }
    count(pathname.slice(1), request.headers.get('x-country') ?? 'unknown');
    return Response.redirect(`https://example.com${pathname}`, 302);
  },
});
