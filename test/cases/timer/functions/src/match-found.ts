import { getFirestore } from 'firebase-admin/firestore';
import { getMessaging } from 'firebase-admin/messaging';
import { logger } from 'firebase-functions';
import { HttpsError, onCall } from 'firebase-functions/v2/https';

export const joinMatch = onCall(async ({ auth, data }) => {
  if (!auth) {
    throw new HttpsError('unauthenticated', 'sign in first');
  }
  const match = getFirestore().collection('matches').doc(data.match);
  await match.update({ guest: auth.uid, state: 'ready' });
  const { host } = (await match.get()).data()!;
  getMessaging().send({ topic: `player-${host}`, data: { match: data.match } }).catch((error) => logger.error(error)); // flag: no-memory-timer
  return { match: data.match, host };
});
