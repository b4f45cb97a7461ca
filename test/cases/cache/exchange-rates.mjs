import { http } from '@google-cloud/functions-framework';

const TTL_MS = 60_000;
const cache = new Map();

async function rate(currency) {
  const cached = cache.get(currency);
  if (cached && Date.now() - cached.at < TTL_MS) {
    return cached.rate;
  }
  const response = await fetch(`${process.env.RATES_URL}/${currency}`);
  const { rate: fresh } = await response.json();
  cache.set(currency, { rate: fresh, at: Date.now() });
  return fresh;
}

http('convert', async (req, res) => {
  const { amount, currency } = req.query;
  res.json({ amount: Number(amount) * (await rate(currency)), currency });
});
