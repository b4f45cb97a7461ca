import { appendFileSync } from 'node:fs';

const LIST = '/tmp/subscribers.ndjson';

export default async (request) => {
  if (request.method !== 'POST') {
    return new Response(null, { status: 405 });
  }
  const form = await request.formData();
  const email = String(form.get('email') ?? '').trim().toLowerCase();
  if (!email.includes('@')) {
    return Response.json({ error: 'a mail address, please' }, { status: 422 });
  }
  appendFileSync(LIST, `${JSON.stringify({ email, source: form.get('source') })}\n`); // flag: no-tmp-storage
  return Response.redirect('https://bakery.example.com/thanks', 303);
};

export const config = { path: '/subscribe' };
