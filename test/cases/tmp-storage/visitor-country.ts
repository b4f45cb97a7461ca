import { Storage } from '@google-cloud/storage';
import { http } from '@google-cloud/functions-framework';
import { open, type CityResponse, type Reader } from 'maxmind';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DATABASE = join(tmpdir(), 'GeoLite2-City.mmdb');
const source = new Storage().bucket('geo-databases').file('GeoLite2-City.mmdb');
let reader: Promise<Reader<CityResponse>> | undefined;

async function openDatabase(): Promise<Reader<CityResponse>> {
  try {
    await access(DATABASE);
  } catch {
    await source.download({ destination: DATABASE });
  }
  return open<CityResponse>(DATABASE);
}

http('visitorCountry', async (req, res) => {
  reader ??= openDatabase();
  const city = (await reader).get(req.ip ?? '');
  res.json({ country: city?.country?.iso_code ?? null });
});
