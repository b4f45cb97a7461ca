import type { Handle } from '@sveltejs/kit';
import { insertTimings } from '$lib/server/timings';

interface Timing {
  route: string;
  ms: number;
}

const timings: Timing[] = ((globalThis as any).__timings ??= []); // flag: no-memory-queue

export const handle: Handle = async ({ event, resolve }) => {
  const start = performance.now();
  const response = await resolve(event);
  timings.push({ route: event.route.id ?? 'none', ms: performance.now() - start });
  if (timings.length >= 200) {
    await insertTimings(timings.splice(0, 200));
  }
  return response;
};
