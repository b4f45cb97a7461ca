import { fetchPrices } from './prices';

let etag = '';
let prices: Record<string, number> | undefined;

export async function currentPrices() {
  const page = await fetchPrices({ ifNoneMatch: etag });
  if (page.status !== 304) {
    prices = page.body;
    etag = page.etag;
  }
  return prices;
}
