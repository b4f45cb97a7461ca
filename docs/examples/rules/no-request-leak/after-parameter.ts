import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from 'aws-lambda';
import { findOrder, type OwnedOrder } from '../outside/orders';

async function findOrderOf(user: string, id: string): Promise<OwnedOrder | undefined> {
  const order = await findOrder(id);
  return order?.owner === user ? order : undefined;
}

export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyResultV2> => {
  const user = event.requestContext.authorizer?.jwt.claims.sub;
  if (!user) return { statusCode: 401, body: 'sign in first' };
  const order = await findOrderOf(String(user), event.pathParameters!.id!);
  return order ? { statusCode: 200, body: JSON.stringify(order) } : { statusCode: 404, body: 'no such order' };
};
