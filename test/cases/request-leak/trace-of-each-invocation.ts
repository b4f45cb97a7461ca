import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { cancelRide } from './rides';

let requestId: string;

function trace(message: string): void {
  console.info(JSON.stringify({ requestId, message }));
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  requestId = event.requestContext.requestId;
  const ride = await cancelRide(event.pathParameters!.ride!);
  trace(ride ? 'ride was cancelled' : 'ride is unknown');
  return { statusCode: ride ? 200 : 404 };
};
