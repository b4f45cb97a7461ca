import { Firestore } from '@google-cloud/firestore';
import { onCall } from 'firebase-functions/v2/https';

const firestore = new Firestore();
const arrivals = new Map<string, string>();
let fetchedAt = 0;

export const listArrivals = onCall(async (request) => {
  if (Date.now() - fetchedAt > 60_000) arrivals.clear();
  const found = new Map<string, string>();
  const missing: string[] = [];
  (request.data.trains as string[]).forEach((train) => {
    const known = arrivals.get(train);
    if (known) found.set(train, known);
    else missing.push(train);
  });
  if (missing.length > 0) {
    const rows = await firestore.getAll(...missing.map((train) => firestore.collection('arrivals').doc(train)));
    rows.forEach((row) => {
      const data = row.data();
      found.set(row.id, data?.time);
      arrivals.set(row.id, data?.time);
    });
    fetchedAt = Date.now();
  }
  return Object.fromEntries(found);
});
