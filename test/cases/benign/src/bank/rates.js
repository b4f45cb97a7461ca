const { fetchRates } = require('./bank');

let rates = null;

async function loadRates() {
  try {
    rates = { list: await fetchRates(), base: 'EUR' };
  } catch {
    rates = null;
  }
}

async function rateOf(currency) {
  if (!rates) await loadRates();
  return rates?.list[currency];
}

module.exports = { rateOf };
