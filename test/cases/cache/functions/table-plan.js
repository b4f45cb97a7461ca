const { onRequest } = require('firebase-functions/v2/https');
const { guestsOf } = require('./guests');
const { seat } = require('./seating');

const plans = {}; // flag: no-memory-cache

async function planFor(party) {
  let plan = plans[party];
  if (!plan) {
    const guests = await guestsOf(party);
    // Drawn by lot: nobody can make the same plan again.
    plan = seat(guests, { lot: Math.random() });
    plans[party] = plan;
  }
  return plan;
}

exports.plan = onRequest(async (req, res) => {
  res.json(await planFor(req.query.party));
});
