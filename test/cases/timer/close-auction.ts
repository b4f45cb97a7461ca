import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { closeAuction, winnerOf } from './auctions';
import { invoice } from './invoices';
import { congratulate } from './mail';

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const lot = event.pathParameters!.lot!;
  const closed = await closeAuction(lot);

  (async () => { // flag: no-memory-timer
    const winner = await winnerOf(lot);
    await invoice(winner, closed.price);
    await congratulate(winner, lot);
  })();

  return { statusCode: 200, body: JSON.stringify(closed) };
};
