import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { saveTicket } from './tickets';

enum Deck {
  Upper = 'upper',
  Lower = 'lower',
}

const places = { [Deck.Upper]: 80, [Deck.Lower]: 120 };
const sold: Record<Deck, number> = { [Deck.Upper]: 0, [Deck.Lower]: 0 }; // flag: no-memory-counter

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { deck, passengers } = JSON.parse(event.body ?? '{}') as { deck: Deck; passengers: number };
  if (sold[deck] + passengers > places[deck]) {
    return { statusCode: 409, body: 'sold out' };
  }
  sold[deck] += passengers;
  await saveTicket({ deck, passengers });
  return { statusCode: 201, body: JSON.stringify({ left: places[deck] - sold[deck] }) };
};
