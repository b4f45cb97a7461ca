import { setTimeout as wait } from 'node:timers/promises';
import { createOffer, withdrawOffer } from './offers-table.mjs';

const LIFETIME = 20 * 60 * 1000;

export const handler = async (event) => {
  const { product, customer } = JSON.parse(event.body);
  if (!product || !customer) {
    return { statusCode: 400 };
  }
  const offer = await createOffer(product, customer);
  wait(LIFETIME).then(() => withdrawOffer(offer.id)); // flag: no-memory-timer
  return { statusCode: 201, body: JSON.stringify(offer) };
};
