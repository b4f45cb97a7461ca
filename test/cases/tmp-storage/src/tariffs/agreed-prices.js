const fs = require('node:fs');

const FILE = '/tmp/agreed-prices.json';

function loadPrices() {
  try {
    return JSON.parse(fs.readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

function keepPrices(prices) {
  fs.writeFileSync(FILE, JSON.stringify(prices)); // flag: no-tmp-storage
}

exports.handler = async (event) => {
  let prices = loadPrices();
  if (event.requestContext.http.method === 'PUT') {
    prices = { ...prices, [event.pathParameters.zone]: JSON.parse(event.body).price };
    keepPrices(prices);
  }
  return { statusCode: 200, body: JSON.stringify(prices[event.pathParameters.zone]) };
};
