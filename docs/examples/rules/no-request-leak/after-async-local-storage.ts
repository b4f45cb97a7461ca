import { AsyncLocalStorage } from 'node:async_hooks';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from 'aws-lambda';
import { findOrder, type OwnedOrder } from '../outside/orders';

const requestContext = new AsyncLocalStorage<{ user: string }>();

/** Outside of a request there is no user at all, so a forgotten one is an error and not somebody else. */
function currentUser(): string {
  const context = requestContext.getStore();
  if (!context) throw new Error('called outside of a request');
  return context.user;
}

async function findOwnOrder(id: string): Promise<OwnedOrder | undefined> {
  const order = await findOrder(id);
  return order?.owner === currentUser() ? order : undefined;
}

export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer): Promise<APIGatewayProxyResultV2> => {
  const user = event.requestContext.authorizer?.jwt.claims.sub;
  if (!user) return { statusCode: 401, body: 'sign in first' };
  const order = await requestContext.run({ user: String(user) }, () => findOwnOrder(event.pathParameters!.id!));
  return order ? { statusCode: 200, body: JSON.stringify(order) } : { statusCode: 404, body: 'no such order' };
};
