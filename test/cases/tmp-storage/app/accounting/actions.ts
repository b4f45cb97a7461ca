'use server';

import { temporaryWrite } from 'tempy';
import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function exportJournal(year: number): Promise<{ file: string; rows: number }> {
  const session = await auth();
  if (!session) {
    throw new Error('sign in first');
  }
  const bookings = await db.booking.findMany({ where: { year, company: session.company } });
  const lines = bookings.map((booking) => `${booking.date};${booking.account};${booking.amount}`);
  const file = await temporaryWrite(lines.join('\n'), { extension: 'csv' }); // flag: no-tmp-storage
  return { file, rows: lines.length };
}
