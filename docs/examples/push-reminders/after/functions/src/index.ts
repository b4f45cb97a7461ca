import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getFunctions } from 'firebase-admin/functions';
import { getMessaging } from 'firebase-admin/messaging';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { onCall } from 'firebase-functions/v2/https';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';

initializeApp();
const DAY_MS = 24 * 60 * 60 * 1000;

interface Appointment {
  deviceToken: string;
  startsAt: number;
  cancelled?: boolean;
}

/** A task of this name exists: an earlier call for the same appointment has scheduled it. */
function isScheduledAlready(error: unknown): boolean {
  return (error as { code?: string }).code === 'functions/task-already-exists';
}

export const book = onCall(async (request) => {
  const { appointmentId, deviceToken, startsAt } = request.data as Appointment & { appointmentId: string };
  const db = getFirestore();
  const batch = db.batch();
  batch.set(db.doc(`appointments/${appointmentId}`), { deviceToken, startsAt });
  batch.set(db.doc(`outbox/${appointmentId}`), { deviceToken, title: 'Your appointment is booked' });
  await batch.commit();
  try {
    const options = { id: `reminder-${appointmentId}`, scheduleTime: new Date(startsAt - DAY_MS) };
    await getFunctions().taskQueue('remind').enqueue({ appointmentId }, options);
  } catch (error) {
    if (!isScheduledAlready(error)) throw error;
  }
  return { appointmentId };
});

export const sendMessage = onDocumentCreated({ document: 'outbox/{id}', retry: true }, async (event) => {
  const message = event.data?.data() as { deviceToken: string; title: string } | undefined;
  if (!message) return;
  await getMessaging().send({
    token: message.deviceToken,
    notification: { title: message.title },
    // A second message of the same tag replaces the first on the device.
    android: { notification: { tag: event.params.id } },
    apns: { headers: { 'apns-collapse-id': event.params.id } },
  });
  await event.data?.ref.delete();
});

export const remind = onTaskDispatched({ retryConfig: { maxAttempts: 5 } }, async ({ data }) => {
  const { appointmentId } = data as { appointmentId: string };
  const snapshot = await getFirestore().doc(`appointments/${appointmentId}`).get();
  const appointment = snapshot.data() as Appointment | undefined;
  if (!appointment || appointment.cancelled) return;
  await getMessaging().send({
    token: appointment.deviceToken,
    notification: { title: 'Your appointment is tomorrow' },
    android: { notification: { tag: `reminder-${appointmentId}` } },
  });
});
