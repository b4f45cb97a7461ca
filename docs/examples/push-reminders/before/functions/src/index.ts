import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getMessaging, type Message } from 'firebase-admin/messaging';
import { onCall } from 'firebase-functions/v2/https';

initializeApp();
const DAY_MS = 24 * 60 * 60 * 1000;

let pending: Message[] = [];

async function queueMessage(message: Message): Promise<void> {
  pending.push(message);
  if (pending.length >= 50) {
    const batch = pending;
    pending = [];
    await getMessaging().sendEach(batch);
  }
}

export const book = onCall(async (request) => {
  const { appointmentId, deviceToken, startsAt } = request.data as { appointmentId: string; deviceToken: string; startsAt: number };
  await getFirestore().doc(`appointments/${appointmentId}`).set({ deviceToken, startsAt });
  await queueMessage({ token: deviceToken, notification: { title: 'Your appointment is booked' } });
  setTimeout(async () => {
    await getMessaging().send({ token: deviceToken, notification: { title: 'Your appointment is tomorrow' } });
  }, startsAt - DAY_MS - Date.now());
  return { appointmentId };
});
