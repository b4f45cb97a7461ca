import { getStore } from '@netlify/blobs';
import type { Config } from '@netlify/functions';
import { fetchStars, saveStars } from '../../src/github.js';

const lastPage = 'stars/last-page';

export default async (): Promise<void> => {
  const checkpoints = getStore({ name: 'checkpoints', consistency: 'strong' });
  let page = Number((await checkpoints.get(lastPage)) ?? 1);
  let stars = await fetchStars(page);
  while (stars.length === 100) {
    await saveStars(stars);
    page += 1;
    await checkpoints.set(lastPage, String(page));
    stars = await fetchStars(page);
  }
  await saveStars(stars);
};

export const config: Config = { schedule: '@hourly' };
