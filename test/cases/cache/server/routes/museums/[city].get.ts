import { queryMuseums } from '../../utils/museums';

const cache = { maxAge: 10 * 60, name: 'museums', swr: false };

const museumsOf = defineCachedFunction(async (city: string) => queryMuseums(city), {
  ...cache,
  getKey: (city: string) => city.toLowerCase(),
});

export default defineEventHandler(async (event) => {
  const city = getRouterParam(event, 'city')!;
  const museums = await museumsOf(city);
  setResponseHeader(event, 'x-results', String(museums.length));
  return museums;
});
