import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';

const client = createClient({ url: 'file:local.db' }); // flag: no-tmp-storage
export const db = drizzle(client);
export const handler = async (event: { name: string }) => client.execute({ sql: 'INSERT INTO products (name) VALUES (?)', args: [event.name] });
