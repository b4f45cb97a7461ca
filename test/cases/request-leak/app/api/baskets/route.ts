import { createShop } from '@acme/shop';

const shop = createShop({ token: process.env.SHOP_TOKEN! }); // flag: no-request-leak

export async function POST(request: Request): Promise<Response> {
  const { item } = await request.json();
  shop.headers['x-buyer'] = request.headers.get('x-buyer');
  return Response.json(await shop.addToBasket(item));
}
