import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from './generated/client';

const adapter = new PrismaBetterSQLite3({ url: 'file:./shop.db' }); // flag: no-tmp-storage
export const prisma = new PrismaClient({ adapter });
export const handler = async (event: { name: string }) => prisma.product.create({ data: { name: event.name } });
