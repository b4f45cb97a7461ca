const MAX_AGE = 10 * 60_000;
const MAX_ENTRIES = 5_000;

const entries = new Map<string, { country: string; expires: number }>();

setInterval(() => {
  const now = Date.now();
  for (const [ip, entry] of entries) {
    if (entry.expires <= now) entries.delete(ip);
  }
}, MAX_AGE).unref();

export async function countryOf(ip: string): Promise<string> {
  const entry = entries.get(ip);
  if (entry && entry.expires > Date.now()) {
    return entry.country;
  }
  const response = await fetch(`${process.env.GEO_URL}/${ip}`);
  const { country } = (await response.json()) as { country: string };
  if (entries.size >= MAX_ENTRIES) entries.clear();
  entries.set(ip, { country, expires: Date.now() + MAX_AGE });
  return country;
}
