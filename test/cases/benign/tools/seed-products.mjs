import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { putProduct } from '../src/products-table.mjs';

const { values } = parseArgs({ options: { file: { type: 'string' } } });
const seen = new Set();
let written = 0;

async function main() {
  const products = JSON.parse(await readFile(values.file, 'utf8'));
  for (const product of products) {
    if (seen.has(product.sku)) continue;
    seen.add(product.sku);
    await putProduct(product);
    written += 1;
    process.stdout.write(`\r${written}/${products.length}`);
  }
}

await main();
