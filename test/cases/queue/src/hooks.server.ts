import type { Handle } from '@sveltejs/kit';
import { insertTimings } from '$lib/server/timings';

declare global {
  var timings: { route: string; ms: number }[];
}

globalThis.timings = []; // flag: no-memory-queue

export const handle: Handle = async ({ event, resolve }) => {
  const start = performance.now();
  const response = await resolve(event);
  globalThis.timings.push({ route: event.route.id ?? 'none', ms: performance.now() - start });
  if (globalThis.timings.length >= 200) {
    await insertTimings(globalThis.timings.splice(0, 200));
  }
  return response;
};
