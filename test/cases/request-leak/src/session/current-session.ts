import { Elysia } from 'elysia';
import { listOrders } from './orders';

class CurrentSession {
  static #customer = 'guest'; // flag: no-request-leak

  static get customer(): string {
    return CurrentSession.#customer;
  }

  static set customer(value: string) {
    CurrentSession.#customer = value;
  }
}

export default new Elysia()
  .onBeforeHandle(({ headers }) => {
    if (headers['x-customer']) CurrentSession.customer = headers['x-customer'];
  })
  .get('/orders', async () => listOrders(CurrentSession.customer));
