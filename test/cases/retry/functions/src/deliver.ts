import { onMessagePublished } from 'firebase-functions/v2/pubsub';
import { deliver, giveUp } from './partners';

function limited(limit: number, work: (id: string, body: unknown) => Promise<void>) {
  const rounds: Record<string, number> = {}; // flag: no-memory-retry
  return async (id: string, body: unknown): Promise<void> => {
    rounds[id] ??= 0;
    rounds[id] += 1;
    if (rounds[id] > limit) {
      await giveUp(id, body);
      delete rounds[id];
      return;
    }
    await work(id, body);
    delete rounds[id];
  };
}

const deliverLimited = limited(5, deliver);

export const delivery = onMessagePublished({ topic: 'deliveries', retry: true }, (event) =>
  deliverLimited(event.id, event.data.message.json),
);
