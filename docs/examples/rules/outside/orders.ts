import { ask } from './ask';

export interface OwnedOrder {
  id: string;
  owner: string;
}

export async function findOrder(id: string): Promise<OwnedOrder | undefined> {
  return ask('GET', `${process.env.ORDERS_URL}/order?id=${id}`);
}
