import { json } from '@sveltejs/kit';
import { EVENTS_KEY, EVENTS_URL } from '$env/static/private';
import type { RequestHandler } from './$types';

const base = new URL('/v2/events', EVENTS_URL);
base.searchParams.set('key', EVENTS_KEY);

export const GET: RequestHandler = async ({ url, fetch }) => {
  const endpoint = new URL(base);
  endpoint.searchParams.set('city', url.searchParams.get('city') ?? 'Turin');
  if (url.searchParams.has('free')) {
    endpoint.searchParams.set('price', '0');
  }
  const response = await fetch(endpoint);
  return json(await response.json());
};
