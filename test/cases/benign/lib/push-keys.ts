import webpush from 'web-push';

let hasKeys: boolean | null = null;

function ensureKeys(): boolean {
  if (hasKeys !== null) return hasKeys;
  const publicKey = process.env.PUSH_PUBLIC_KEY;
  const privateKey = process.env.PUSH_PRIVATE_KEY;
  if (!publicKey || !privateKey) {
    hasKeys = false;
    return hasKeys;
  }
  try {
    webpush.setVapidDetails('mailto:harbour@example.org', publicKey, privateKey);
    hasKeys = true;
  } catch {
    hasKeys = false;
  }
  return hasKeys;
}

export async function pushTo(subscription: webpush.PushSubscription, text: string): Promise<void> {
  if (!ensureKeys()) return;
  await webpush.sendNotification(subscription, text);
}
