import process from 'node:process';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { listRooms } from './rooms.js';

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  process.env.TENANT = event.headers['x-tenant']; // flag: no-request-leak
  return { statusCode: 200, body: JSON.stringify(await listRooms(process.env.TENANT)) };
};
