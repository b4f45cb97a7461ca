import { error } from '@sveltejs/kit';
import { LRUCache } from 'lru-cache';
import { db } from '$lib/server/db';
import type { PageServerLoad } from './$types';

type Station = { id: string; name: string };

const stations = new LRUCache<string, Station>({
  max: 300,
  ttl: 60_000,
  fetchMethod: (id) => db.station.findUnique({ where: { id } }),
});

export const load: PageServerLoad = async ({ params }) => {
  const station = await stations.fetch(params.id);
  if (!station) error(404, 'no such station');
  return { station };
};
