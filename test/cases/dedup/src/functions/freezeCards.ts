import { app, type InvocationContext } from '@azure/functions';
import { freezeCard } from '../cards';

const frozen: string[] = []; // flag: no-memory-dedup

export async function freezeCards(messages: unknown, _context: InvocationContext): Promise<void> {
  for (const { eventId, card } of messages as { eventId: string; card: string }[]) {
    if (frozen.find((known) => known === eventId) !== undefined) {
      continue;
    }
    await freezeCard(card);
    frozen.unshift(eventId);
    frozen.splice(500);
  }
}

app.eventHub('freezeCards', { eventHubName: 'cards', connection: 'Hub', cardinality: 'many', handler: freezeCards });
