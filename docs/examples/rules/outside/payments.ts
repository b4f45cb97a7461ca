import { ask } from './ask';

export interface Order {
  id: string;
  cents: number;
}

export async function chargeCard(order: Order, options: { idempotencyKey?: string } = {}): Promise<void> {
  await ask('POST', `${process.env.PAYMENTS_URL}/charges`, order, options.idempotencyKey);
}
