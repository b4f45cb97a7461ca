import { initializeApp } from 'firebase-admin/app';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import { drawWinners } from './winners';

initializeApp();
const db = getFirestore();
const locks = db.collection('locks');

async function acquire(name: string): Promise<boolean> {
  return db.runTransaction(async (tx) => {
    const held = await tx.get(locks.doc(name));
    if (held.exists && held.get('until').toMillis() > Date.now()) return false;
    tx.set(locks.doc(name), { until: Timestamp.fromMillis(Date.now() + 60_000) });
    return true;
  });
}

export const draw = onCall(async (request) => {
  const lock = `raffle-${request.data.raffle}`;
  if (!(await acquire(lock))) {
    throw new HttpsError('aborted', 'the draw is running');
  }
  try {
    return await drawWinners(request.data.raffle);
  } finally {
    await locks.doc(lock).delete();
  }
});
