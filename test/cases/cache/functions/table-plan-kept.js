const { onRequest } = require('firebase-functions/v2/https');
const { guestsOf } = require('./guests');
const { seat } = require('./seating');

// Told in `strict` alone: the same guests give the same plan, and only the bound is missing.
const plans = {};

async function planFor(party) {
  let plan = plans[party];
  if (!plan) {
    const guests = await guestsOf(party);
    plan = seat(guests, { by: 'name' });
    plans[party] = plan;
  }
  return plan;
}

exports.plan = onRequest(async (req, res) => {
  res.json(await planFor(req.query.party));
});
