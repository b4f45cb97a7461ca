import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '@prisma/client';

const adapter = new PrismaBetterSqlite3({ url: './moorings.db' }); // flag: no-tmp-storage
const prisma = new PrismaClient({ adapter });

export const handler = async (event: { readonly berth: string }): Promise<void> => {
  await prisma.mooring.create({ data: { berth: event.berth } });
};
