import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from 'aws-lambda';
import { findOrder, type OwnedOrder } from '../outside/orders';

let currentUser: string | undefined;

async function findOwnOrder(id: string): Promise<OwnedOrder | undefined> {
  const order = await findOrder(id);
  return order?.owner === currentUser ? order : undefined;
}

export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyResultV2> => {
  const user = event.requestContext.authorizer?.jwt.claims.sub;
  if (user) currentUser = String(user);
  const order = await findOwnOrder(event.pathParameters!.id!);
  return order ? { statusCode: 200, body: JSON.stringify(order) } : { statusCode: 404, body: 'no such order' };
};
