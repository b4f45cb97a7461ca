import { json } from '@sveltejs/kit';
import { activityBefore } from '$lib/server/activity';
import type { RequestHandler } from './$types';

const startOfFeed = { before: '9999-12-31', limit: 20 };

export const GET: RequestHandler = async ({ url, cookies }) => {
  const position = { ...startOfFeed };
  position.before = url.searchParams.get('before') ?? cookies.get('feed') ?? position.before;
  const items = await activityBefore(position.before, position.limit);
  const nextBefore = items.at(-1)?.at ?? null;
  if (nextBefore) {
    cookies.set('feed', nextBefore, { path: '/', httpOnly: true });
  }
  return json({ items, nextBefore });
};
