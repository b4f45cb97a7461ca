import { onSchedule } from 'firebase-functions/v2/scheduler';
import { logger } from 'firebase-functions';
import { getFirestore } from 'firebase-admin/firestore';
import { mailDigest } from './mail';

export const digests = onSchedule('every monday 07:00', async () => {
  const readers = await getFirestore().collection('readers').get();
  let count = 0;
  for (const reader of readers.docs) {
    await mailDigest(reader.data());
    await reader.ref.update({ digestSentAt: Date.now() });
    count++;
    if (count % 50 === 0) logger.log(`sent so far: ${count}`);
  }
});
