import { drizzle } from 'drizzle-orm/libsql';
import { moorings } from './schema';

const db = drizzle({ connection: process.env.TURSO_URL! });

export const handler = async (event: { readonly berth: string }): Promise<void> => {
  await db.insert(moorings).values({ berth: event.berth });
};
