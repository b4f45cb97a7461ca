import { onCall } from 'firebase-functions/v2/https';

const arrivals = new Map<string, string>(); // flag: no-memory-record

export const listArrivals = onCall(async (request) => {
  const found = new Map<string, string>();
  const missing: string[] = [];
  (request.data.trains as string[]).forEach((train) => {
    const known = arrivals.get(train);
    if (known) found.set(train, known);
    else missing.push(train);
  });
  return { found: Object.fromEntries(found), missing };
});

export const reportArrivals = onCall(async (request) => {
  (request.data.rows as { train: string; time: string }[]).forEach((row) => {
    arrivals.set(row.train, row.time);
  });
});
