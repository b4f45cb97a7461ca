import { lookUp, type Place } from './places';

const asked = new Map<string, Promise<Place>>();

export async function placeOf(postcode: string): Promise<Place> {
  const pending = asked.get(postcode);
  if (pending) return pending;
  const lookup = (async () => {
    try {
      return await lookUp(postcode);
    } finally {
      asked.delete(postcode);
    }
  })();
  asked.set(postcode, lookup);
  return lookup;
}
