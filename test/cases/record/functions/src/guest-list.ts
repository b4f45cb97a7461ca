import { onCall, HttpsError } from 'firebase-functions/v2/https';
import { getFirestore } from 'firebase-admin/firestore';
import { initializeApp } from 'firebase-admin/app';

initializeApp();
const guests = getFirestore().collection('guests');

export const addGuest = onCall(async ({ data, auth }) => {
  if (!auth) throw new HttpsError('unauthenticated', 'sign in first');
  const guest = { name: String(data.name), invitedBy: auth.uid };
  const { id } = await guests.add(guest);
  return { id, ...guest };
});

export const removeGuest = onCall(async ({ data }) => {
  await guests.doc(data.id).delete();
});

export const listGuests = onCall(async () => {
  const found: { id: string; name: string }[] = [];
  const { docs } = await guests.get();
  docs.forEach((doc) => found.push({ id: doc.id, name: doc.get('name') }));
  return found;
});
