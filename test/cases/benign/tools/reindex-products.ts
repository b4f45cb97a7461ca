import { listProducts, indexProduct } from '../src/search-index';

const [, , shop] = process.argv;
let indexed = 0;

export async function reindex() {
  for (const product of await listProducts(shop!)) {
    await indexProduct(product);
    indexed += 1;
  }
  console.log(`${indexed} products`);
}

await reindex();
