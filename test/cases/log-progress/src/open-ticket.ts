import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createTicket } from './desk';

export const handler = async (event: APIGatewayProxyEventV2) => {
  console.log('request received', event.rawPath);
  const ticket = await createTicket(JSON.parse(event.body!));
  console.log('done');
  return { statusCode: 201, body: JSON.stringify(ticket) };
};
