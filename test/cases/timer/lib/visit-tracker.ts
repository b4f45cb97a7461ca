import { db } from './db';

interface Visit {
  path: string;
  visitor: string;
  at: Date;
}

const visits: Visit[] = []; // flag: no-memory-queue

async function flush(): Promise<void> {
  const rows = visits.splice(0, visits.length);
  if (rows.length > 0) {
    await db.visit.createMany({ data: rows });
  }
}

export function trackVisit(path: string, visitor: string): void {
  visits.push({ path, visitor, at: new Date() });
  if (visits.length === 1) {
    setTimeout(flush, 5_000); // flag: no-memory-timer
  }
}
