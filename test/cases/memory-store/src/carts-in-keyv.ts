import { Keyv } from 'keyv';
import KeyvRedis from '@keyv/redis';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const carts = new Keyv({ store: process.env.REDIS_URL ? new KeyvRedis(process.env.REDIS_URL) : undefined }); // flag: no-memory-store

export const handler = async (event: APIGatewayProxyEventV2) => {
  const id = event.pathParameters!.id!;
  if (event.requestContext.http.method === 'PUT') {
    await carts.set(id, JSON.parse(event.body!));
    return { statusCode: 204 };
  }
  const cart = await carts.get(id);
  return cart ? { statusCode: 200, body: JSON.stringify(cart) } : { statusCode: 404 };
};
