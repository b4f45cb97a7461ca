import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { draw } from '$lib/server/prizes';

let tickets: Record<string, number> = {}; // flag: no-memory-counter

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  const { game } = await request.json();
  const key = `${getClientAddress()}/${game}`;
  const taken = tickets[key] ?? 0;
  if (taken >= 3) {
    throw error(429, 'three tickets a day');
  }
  tickets = { ...tickets, [key]: taken + 1 };
  return json({ prize: await draw(game), left: 2 - taken });
};
