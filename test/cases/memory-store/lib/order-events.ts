import EventEmitter from 'events';
import type { Order } from './orders';

class OrderEvents extends EventEmitter {}

const events = new OrderEvents(); // flag: no-memory-store

export function orderChanged(order: Order): void {
  events.emit(`order:${order.id}`, order);
}

export async function* watchOrder(id: string, signal: AbortSignal): AsyncGenerator<Order> {
  for await (const [order] of EventEmitter.on(events, `order:${id}`, { signal })) {
    yield order as Order;
  }
}
