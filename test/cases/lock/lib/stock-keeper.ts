import { readStock, writeStock } from './stock-table';

const chains = new Map<string, Promise<void>>(); // flag: no-memory-lock

function afterOthers(sku: string, change: () => Promise<void>): Promise<void> {
  const previous = chains.get(sku) ?? Promise.resolve();
  const next = previous.then(change).finally(() => {
    if (chains.get(sku) === next) chains.delete(sku);
  });
  chains.set(sku, next);
  return next;
}

export function takeFromStock(sku: string, quantity: number): Promise<void> {
  return afterOthers(sku, async () => {
    const stock = await readStock(sku);
    if (stock < quantity) throw new Error(`only ${stock} of ${sku} left`);
    await writeStock(sku, stock - quantity);
  });
}
