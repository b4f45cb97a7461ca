import type { SQSEvent } from 'aws-lambda';
import { saveManifest } from './manifests';

enum Deck {
  Upper = 'upper',
  Lower = 'lower',
}

const empty: Readonly<Record<Deck, number>> = { [Deck.Upper]: 0, [Deck.Lower]: 0 };

export const handler = async (event: SQSEvent): Promise<void> => {
  const sold = { ...empty };
  const largest = { party: 0 };
  for (const { body } of event.Records) {
    const { deck, passengers } = JSON.parse(body) as { deck: Deck; passengers: number };
    sold[deck] += passengers;
    largest.party = Math.max(largest.party, passengers);
  }
  await saveManifest({ sold, largest: largest.party });
};
