import type { ActionFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { createOrder, printLabel } from '~/orders.server';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const order = await createOrder(String(form.get('sku')));
  queueMicrotask(() => printLabel(order.id)); // flag: no-memory-timer
  return json(order);
}
