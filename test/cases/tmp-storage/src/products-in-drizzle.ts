import { drizzle } from 'drizzle-orm/better-sqlite3';
import { products } from './schema';

const db = drizzle('shop.db'); // flag: no-tmp-storage
export const handler = async (event: { name: string }) => db.insert(products).values({ name: event.name });
