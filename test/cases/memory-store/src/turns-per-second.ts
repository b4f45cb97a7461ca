import { RateLimit } from 'async-sema';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { askSupplier } from './supplier';

const turn = RateLimit(5); // flag: no-memory-store

export const handler = async (event: APIGatewayProxyEventV2) => {
  await turn();
  return { statusCode: 200, body: JSON.stringify(await askSupplier(event.pathParameters!.sku!)) };
};
