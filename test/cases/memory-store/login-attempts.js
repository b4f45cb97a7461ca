const flexible = require('rate-limiter-flexible');
const { login } = require('../shared/accounts');

const perAddress = new flexible.RateLimiterMemory({ keyPrefix: 'login', points: 10, duration: 900 }); // flag: no-memory-store

module.exports = async function (context, req) {
  const address = (req.headers['x-forwarded-for'] || '').split(':')[0];
  try {
    await perAddress.consume(address);
  } catch (rejection) {
    context.res = { status: 429, headers: { 'retry-after': Math.ceil(rejection.msBeforeNext / 1000) } };
    return;
  }
  const token = await login(req.body.email, req.body.password);
  context.res = token ? { body: { token } } : { status: 401 };
};
