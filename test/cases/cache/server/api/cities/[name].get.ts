import { findCity, type City } from '../../utils/cities';

type Entry = { value: City; expires: number };

const ttlCache = <T extends { expires: number }>() => {
  const entries = new Map<string, T>();
  return {
    read(key: string): T | undefined {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.expires <= Date.now()) {
        entries.delete(key);
        return undefined;
      }
      return entry;
    },
    write: (key: string, entry: T) => void entries.set(key, entry),
  };
};

const cities = ttlCache<Entry>();

export default defineEventHandler(async (event) => {
  const name = getRouterParam(event, 'name') ?? '';
  const hit = cities.read(name);
  if (hit) return hit.value;
  const value = await findCity(name);
  cities.write(name, { value, expires: Date.now() + 60_000 });
  return value;
});
