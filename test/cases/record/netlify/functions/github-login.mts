import { randomBytes } from 'node:crypto';
import { exchangeCode } from '../../src/github.js';

const states = new Map<string, { verifier: string; returnTo: string }>(); // flag: no-memory-record

export default async (req: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(req.url);
  if (pathname.endsWith('/start')) {
    const state = randomBytes(16).toString('hex');
    states.set(state, { verifier: randomBytes(32).toString('base64url'), returnTo: searchParams.get('to') ?? '/' });
    return Response.redirect(`https://github.com/login/oauth/authorize?state=${state}`);
  }
  const state = searchParams.get('state') ?? '';
  const login = states.get(state);
  if (!login) {
    return new Response('unknown state', { status: 400 });
  }
  states.delete(state);
  const token = await exchangeCode(searchParams.get('code')!, login.verifier);
  return new Response(null, { status: 302, headers: { location: login.returnTo, 'set-cookie': `token=${token}` } });
};
