import { error } from '@sveltejs/kit';
import { extendLicence } from '$lib/server/licences';
import { verifySignature } from '$lib/server/paddle';
import type { RequestHandler } from './$types';

let lastNotification = ''; // flag: no-memory-dedup

export const POST: RequestHandler = async ({ request }) => {
  const raw = await request.text();
  if (!verifySignature(raw, request.headers.get('paddle-signature'))) {
    error(400, 'bad signature');
  }
  const { notification_id: notificationId, data } = JSON.parse(raw);
  if (notificationId === lastNotification) {
    return new Response('ok');
  }
  lastNotification = notificationId;
  await extendLicence(data.subscription_id, data.next_billed_at);
  return new Response('ok');
};
