import type { Context } from '@netlify/functions';
import { default as NodeCache } from 'node-cache';
import Stripe from 'stripe';
import { bookDonation } from '../../src/donations';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const handled = new NodeCache({ stdTTL: 86_400, useClones: false }); // flag: no-memory-store

export default async (request: Request, _context: Context) => {
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = stripe.webhooks.constructEvent(await request.text(), signature, process.env.STRIPE_WEBHOOK_SECRET!);
  if (handled.has(event.id)) {
    return Response.json({ received: true });
  }
  handled.set(event.id, true);
  if (event.type === 'checkout.session.completed') {
    await bookDonation(event.data.object);
  }
  return Response.json({ received: true });
};
