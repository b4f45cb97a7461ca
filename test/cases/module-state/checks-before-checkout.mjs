import { checkAddress, checkBasket, checkCustoms } from './checks.mjs';
import { placeOrder } from './orders.mjs';

const checks = [checkBasket, checkAddress]; // flag: no-module-state

export const handler = async (event) => {
  const order = JSON.parse(event.body);
  if (order.country === 'CH') {
    checks.push(checkCustoms);
  }
  for (const check of checks) {
    await check(order);
  }
  return { statusCode: 201, body: JSON.stringify(await placeOrder(order)) };
};
