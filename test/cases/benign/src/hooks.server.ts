import type { Handle } from '@sveltejs/kit';
import { db } from '$lib/server/db';

const publicPaths = new Set(['/', '/login', '/prices']);

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, locals, url } = event;
  const session = cookies.get('session');
  if (session) {
    locals.user = await db.session.findUnique({ where: { token: session } }).user();
  }
  if (!locals.user && !publicPaths.has(url.pathname)) {
    cookies.delete('session', { path: '/' });
    return new Response(null, { status: 303, headers: { location: '/login' } });
  }
  return resolve(event);
};
