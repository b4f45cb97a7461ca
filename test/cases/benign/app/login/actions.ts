'use server';

import { getIronSession, type SessionOptions } from 'iron-session';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { verifyPassword } from '@/lib/accounts';

interface Session {
  email?: string;
  failures?: number;
}

const options: SessionOptions = { cookieName: 'shop', password: process.env.SESSION_SECRET! };

export async function signIn(form: FormData) {
  const session = await getIronSession<Session>(await cookies(), options);
  const email = String(form.get('email'));
  if (!(await verifyPassword(email, String(form.get('password'))))) {
    session.failures = (session.failures ?? 0) + 1;
    await session.save();
    return { error: 'wrong password' };
  }
  session.email = email;
  session.failures = 0;
  await session.save();
  redirect('/account');
}
