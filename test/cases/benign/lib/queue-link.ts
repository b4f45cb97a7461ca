import { Redis } from 'ioredis';

let link: Redis | null = null;
let isLinked = false;
let tries = 0;

export function queueLink(): Redis {
  if (link) return link;
  link = new Redis(process.env.REDIS_URL!, { lazyConnect: true });
  link.on('connect', () => {
    isLinked = true;
    tries = 0;
  });
  link.on('close', () => {
    isLinked = false;
    tries += 1;
    if (tries > 5) link?.disconnect();
  });
  return link;
}

export function isQueueLinked(): boolean {
  return isLinked && link !== null;
}

export async function unlink(): Promise<void> {
  await link?.quit();
  link = null;
  isLinked = false;
}
