import { app, type InvocationContext } from '@azure/functions';
import { Pool } from 'pg';
import { productsAfter, reprice } from './pricing';

const pool = new Pool({ connectionString: process.env.POSTGRES_URL });

async function repriceProducts(job: unknown, context: InvocationContext): Promise<void> {
  const { id, cursor } = job as { id: string; cursor: number };
  let position = cursor;
  for (;;) {
    const products = await productsAfter(position, 50);
    if (products.length === 0) break;
    await reprice(products);
    position = products[products.length - 1].id;
    await pool.query('UPDATE reprice_jobs SET cursor = $2, updated_at = now() WHERE id = $1', [id, position]);
    context.log(`repriced up to product ${position}`);
  }
}

app.storageQueue('repriceProducts', { queueName: 'reprice', connection: 'JOBS', handler: repriceProducts });
