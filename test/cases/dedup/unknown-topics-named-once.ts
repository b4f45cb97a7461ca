import type { SNSEvent } from 'aws-lambda';
import { logger } from './logger';
import { closeTicket, openTicket } from './tickets';

const seen = new Set<string>();

function unknown(topic: string): void {
  if (seen.has(topic)) return;
  seen.add(topic);
  logger.warn(`no handler for topic ${topic}`);
}

export const handler = async (event: SNSEvent): Promise<void> => {
  for (const { Sns } of event.Records) {
    const topic = Sns.TopicArn.split(':').at(-1)!;
    switch (topic) {
      case 'ticket-opened':
        await openTicket(JSON.parse(Sns.Message));
        break;
      case 'ticket-closed':
        await closeTicket(JSON.parse(Sns.Message));
        break;
      default:
        unknown(topic);
    }
  }
};
