const fs = require('fs');
const { join } = require('path');

const BASKETS = join(process.env.TEMP, 'baskets.json');

function load() {
  return fs.existsSync(BASKETS) ? JSON.parse(fs.readFileSync(BASKETS, 'utf8')) : {};
}

function save(baskets) {
  fs.writeFileSync(BASKETS, JSON.stringify(baskets)); // flag: no-tmp-storage
}

module.exports = async function (context, req) {
  const baskets = load();
  const items = baskets[req.params.customer] ?? [];
  if (req.method === 'PUT') {
    baskets[req.params.customer] = [...items, req.body.sku];
    save(baskets);
    context.res = { status: 204 };
    return;
  }
  context.res = { body: items };
};
