const df = require('durable-functions');

df.app.orchestration('claimOrchestrator', function* (context) {
  const claim = context.df.getInput();

  const policy = yield context.df.callActivity('checkPolicy', claim.policy);
  context.log(`claim ${claim.id}: step 1/3 policy checked`);

  const estimate = yield context.df.callActivity('estimateDamage', claim.photos);
  context.log(`claim ${claim.id}: step 2/3 damage estimated`);

  const payment = yield context.df.callActivity('payClaim', { claim: claim.id, amount: estimate.amount, iban: policy.iban });
  context.log(`claim ${claim.id}: step 3/3 paid`);

  return payment;
});
