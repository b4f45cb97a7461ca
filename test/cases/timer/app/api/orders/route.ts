import { after, NextResponse } from 'next/server';
import { placeOrder } from '@/lib/orders';
import { informWarehouse } from '@/lib/warehouse';
import { sendConfirmation } from '@/lib/mail';

export async function POST(request: Request) {
  const { basket, email } = await request.json();
  const order = await placeOrder(basket, email);
  after(async () => {
    await informWarehouse(order.id);
    await sendConfirmation(email, order.id);
  });
  return NextResponse.json(order, { status: 201 });
}
