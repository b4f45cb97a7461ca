import type { APIRoute } from 'astro';
import { addToList } from '../../newsletter';

export const prerender = false;

const outbox = { subscribers: [] as string[] }; // flag: no-memory-queue

export const POST: APIRoute = async ({ request }) => {
  const form = await request.formData();
  outbox.subscribers.push(String(form.get('email')));
  if (outbox.subscribers.length >= 20) {
    const emails = outbox.subscribers;
    outbox.subscribers = [];
    await addToList(emails);
  }
  return new Response(null, { status: 202 });
};
