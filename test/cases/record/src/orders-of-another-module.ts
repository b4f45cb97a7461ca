import * as desk from './desk';

export const POST = async (request: Request) => {
  const order = await request.json();
  desk.orders.push(order); // flag: no-memory-record
  return Response.json({ waiting: desk.orders.length, orders: desk.orders });
};
