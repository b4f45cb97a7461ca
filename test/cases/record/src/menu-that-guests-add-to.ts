import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

interface Dish { id: string; sides?: Dish[] }

const menu = openMenu();

function openMenu() {
  const index = new Map<string, Dish>(); // flag: no-memory-record
  const put = (dish: Dish): void => {
    index.set(dish.id, dish);
    for (const side of dish.sides ?? []) put(side);
  };
  put({ id: 'soup' });
  return { put, find: (id: string) => index.get(id) };
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  if (event.requestContext.http.method === 'POST') {
    menu.put(JSON.parse(event.body ?? '{}'));
    return { statusCode: 201 };
  }
  const dish = menu.find(event.pathParameters!.id!);
  return dish ? { statusCode: 200, body: JSON.stringify(dish) } : { statusCode: 404 };
};
