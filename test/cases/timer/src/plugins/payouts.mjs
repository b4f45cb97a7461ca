import fp from 'fastify-plugin';
import { pendingPayouts, transfer } from '../bank.mjs';

async function payouts(app, { every = 30_000 }) {
  app.get('/payouts', async (request) => pendingPayouts(request.query.account));

  setInterval(async () => { // flag: no-memory-timer
    for (const payout of await pendingPayouts()) {
      await transfer(payout);
    }
  }, every);
}

export default fp(payouts, { name: 'payouts' });
