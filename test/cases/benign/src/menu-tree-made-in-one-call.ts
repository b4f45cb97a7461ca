import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

interface Dish { id: string; sides?: Dish[] }

const dishes: Dish[] = [{ id: 'soup', sides: [{ id: 'bread' }] }];

export const byId = indexDishes(dishes);

export function indexDishes(menu: Dish[]): Map<string, Dish> {
  const index = new Map<string, Dish>();
  const put = (dish: Dish): void => {
    index.set(dish.id, dish);
  };
  const walk = (list: Dish[]): void => {
    list.forEach((dish) => {
      put(dish);
      if (dish.sides) walk(dish.sides);
    });
  };
  walk(menu);
  return index;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const dish = byId.get(event.pathParameters!.id!);
  return dish ? { statusCode: 200, body: JSON.stringify(dish) } : { statusCode: 404 };
};
