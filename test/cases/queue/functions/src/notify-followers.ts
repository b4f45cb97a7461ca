import { initializeApp } from 'firebase-admin/app';
import { FieldValue, getFirestore } from 'firebase-admin/firestore';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { followersOf } from './followers';

initializeApp();
const db = getFirestore();
const outbox = db.collection('outbox');

export const notifyFollowers = onDocumentCreated('recipes/{recipe}', async (event) => {
  const { author, title } = event.data!.data();
  const followers = await followersOf(author);
  const batch = db.batch();
  while (followers.length > 0) {
    const follower = followers.pop()!;
    batch.set(outbox.doc(), { to: follower, title, state: 'waiting', at: FieldValue.serverTimestamp() });
  }
  await batch.commit();
});
