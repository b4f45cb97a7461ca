const { chargeSubscription } = require('../shared/billing');

const charged = []; // flag: no-memory-dedup

module.exports = async function (context, message) {
  const { chargeId, subscriptionId, cents } = message;
  if (charged.indexOf(chargeId) !== -1) {
    context.log.warn(`charge ${chargeId} was delivered again`);
    return;
  }
  await chargeSubscription(subscriptionId, cents);
  charged.unshift(chargeId);
  charged.length = Math.min(charged.length, 500);
};
