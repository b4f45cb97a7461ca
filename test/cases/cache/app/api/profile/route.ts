import { after, NextResponse } from 'next/server';
import { auth } from '@/lib/auth';
import { db } from '@/lib/db';

type Profile = { name: string; city: string };

const profileCache: Map<string, Profile> = ((globalThis as any).__profiles ??= new Map()); // flag: no-memory-cache

export async function GET() {
  const { userId } = await auth();
  const profile = profileCache.get(userId) ?? (await db.profile.findUnique({ where: { userId } }));
  return NextResponse.json(profile);
}

export async function PUT(req: Request) {
  const { userId } = await auth();
  const profile = (await req.json()) as Profile;
  profileCache.set(userId, profile);
  after(() => db.profile.update({ where: { userId }, data: profile }));
  return NextResponse.json(profile);
}
