import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

interface Order {
  id: string;
  item: string;
}

const orders = new Map<string, Order>();

export const place: APIGatewayProxyHandlerV2 = async (event) => {
  const order = JSON.parse(event.body ?? '{}') as Order;
  orders.set(order.id, order);
  return { statusCode: 201, body: JSON.stringify(order) };
};

export const show: APIGatewayProxyHandlerV2 = async (event) => {
  const order = orders.get(event.pathParameters!.id!);
  return order ? { statusCode: 200, body: JSON.stringify(order) } : { statusCode: 404, body: 'unknown order' };
};
