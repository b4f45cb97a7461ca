import { PrismaClient } from '@prisma/client';
import { PrismaPg } from '@prisma/adapter-pg';

const create = () => new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });

declare const globalThis: { roomsDb?: ReturnType<typeof create> } & typeof global;

const db = globalThis.roomsDb ?? create();
if (process.env.NODE_ENV === 'development') globalThis.roomsDb = db;

export async function GET() {
  return Response.json(await db.room.findMany());
}

export async function POST(request: Request) {
  const room = await db.room.create({ data: await request.json() });
  return Response.json(room, { status: 201 });
}
