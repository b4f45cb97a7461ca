import webpush, { type PushSubscription } from 'web-push';

webpush.setVapidDetails('mailto:ops@example.com', process.env.VAPID_PUBLIC!, process.env.VAPID_PRIVATE!);

let subscriptions: PushSubscription[] = []; // flag: no-memory-record

export async function PUT(req: Request) {
  const subscription = (await req.json()) as PushSubscription;
  subscriptions = [...subscriptions, subscription];
  return new Response(null, { status: 201 });
}

export async function POST(req: Request) {
  const message = await req.text();
  await Promise.all(subscriptions.map((subscription) => webpush.sendNotification(subscription, message)));
  return new Response(null, { status: 204 });
}
