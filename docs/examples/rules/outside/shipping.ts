import { ask } from './ask';

interface Options {
  idempotencyKey?: string;
}

export async function chargeCard(orderId: string, { idempotencyKey }: Options = {}): Promise<void> {
  await ask('POST', `${process.env.SHIPPING_URL}/charges`, { orderId }, idempotencyKey);
}

export async function bookCarrier(orderId: string, { idempotencyKey }: Options = {}): Promise<void> {
  await ask('POST', `${process.env.SHIPPING_URL}/bookings`, { orderId }, idempotencyKey);
}

export async function notifyCustomer(orderId: string, { idempotencyKey }: Options = {}): Promise<void> {
  await ask('POST', `${process.env.SHIPPING_URL}/mails`, { orderId }, idempotencyKey);
}
