import { json } from '@sveltejs/kit';
import { PLACES_KEY, PLACES_URL } from '$env/static/private';
import type { RequestHandler } from './$types';

const endpoint = new URL('/v1/nearby', PLACES_URL); // flag: no-request-leak
endpoint.searchParams.set('key', PLACES_KEY);

export const GET: RequestHandler = async ({ url, fetch }) => {
  endpoint.searchParams.set('near', url.searchParams.get('near') ?? '0,0');
  if (url.searchParams.has('open')) {
    endpoint.searchParams.set('open', 'now');
  }
  const response = await fetch(endpoint);
  return json(await response.json());
};
