import { findStreets } from '../_shared/streets.ts';

const stats = { requests: 0, empty: 0, slowest: 0 };

Deno.serve(async (req) => {
  const startedAt = performance.now();
  stats.requests += 1;
  const streets = await findStreets(new URL(req.url).searchParams.get('q') ?? '');
  if (streets.length === 0) stats.empty++;
  stats.slowest = Math.max(stats.slowest, performance.now() - startedAt);
  console.debug('instance statistics', stats);
  return Response.json(streets);
});
