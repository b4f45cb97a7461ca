import { onRequest } from 'firebase-functions/v2/https';
import { saveSearches } from './searches';

let pending: string[] = []; // flag: no-memory-queue

export const search = onRequest(async (request, response) => {
  pending.push(`${String(request.query.q)}`);
  if (pending.length >= 20) {
    await saveSearches([...pending]);
    pending = [];
  }
  response.json([]);
});
