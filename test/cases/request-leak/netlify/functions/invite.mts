import { randomUUID } from 'node:crypto';
import { saveInvitation } from '../../src/invitations.js';
import { sendMail } from '../../src/mail.js';

let siteUrl: string; // flag: no-request-leak

export default async (req: Request): Promise<Response> => {
  siteUrl ??= new URL(req.url).origin;
  const { email } = await req.json();
  const token = randomUUID();
  await saveInvitation(email, token);
  await sendMail(email, `Join us: ${siteUrl}/invitations/${token}`);
  return new Response(null, { status: 201 });
};
