import { createClient } from '@libsql/client';

const client = createClient({ url: process.env.TURSO_URL!, authToken: process.env.TURSO_TOKEN });
export const handler = async (event: { name: string }) => client.execute({ sql: 'INSERT INTO products (name) VALUES (?)', args: [event.name] });
