import { render } from './render';

const rendered = new Map<string, Set<string>>(); // flag: no-memory-dedup

export const handler = async (event: { tenant: string; page: string }) => {
  let pages = rendered.get(event.tenant);
  if (!pages) rendered.set(event.tenant, (pages = new Set()));
  if (pages.has(event.page)) return;
  pages.add(event.page);
  await render(event.tenant, event.page);
};
