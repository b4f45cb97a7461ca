import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema';

declare global {
  var __pool: Pool | undefined;
  var __db: NodePgDatabase<typeof schema> | undefined;
}

function connect(): NodePgDatabase<typeof schema> {
  globalThis.__pool ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
  if (!globalThis.__db) {
    globalThis.__db = drizzle(globalThis.__pool, { schema });
  }
  return globalThis.__db;
}

export const products = () => connect().query.products.findMany();
export const productBySku = (sku: string) =>
  connect().query.products.findFirst({ where: (product, { eq }) => eq(product.sku, sku) });
