'use server';

import { ShopClient } from '@/lib/shop-client';

const shop = new ShopClient(); // flag: no-request-leak

export async function orders(form: FormData): Promise<unknown> {
  await shop.setAccessToken(String(form.get('token')));
  return shop.orders();
}
