import { Elysia, t } from 'elysia';
import { exchangeCode } from './identity';

const logins = {
  timeout: 300_000,
  verifiers: {} as Record<string, { verifier: string; at: number }>, // flag: no-memory-record
};

export const login = new Elysia()
  .get('/login', ({ redirect }) => {
    const state = crypto.randomUUID();
    const verifier = crypto.randomUUID() + crypto.randomUUID();
    logins.verifiers[state] = { verifier, at: Date.now() };
    return redirect(`${process.env.IDP_URL}/authorize?state=${state}`);
  })
  .get(
    '/callback',
    async ({ query, set }) => {
      const { [query.state]: pending } = logins.verifiers;
      if (!pending || Date.now() - pending.at > logins.timeout) {
        set.status = 401;
        return 'the login has expired';
      }
      delete logins.verifiers[query.state];
      return exchangeCode(query.code, pending.verifier);
    },
    { query: t.Object({ state: t.String(), code: t.String() }) },
  );
