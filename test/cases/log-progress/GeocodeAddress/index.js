const { geocode } = require('../shared/maps');

module.exports = async function (context, req) {
  if (!req.body || !req.body.address) {
    context.res = { status: 400, body: { error: 'an address, please' } };
    return;
  }
  context.log('geocoding started', { invocation: context.invocationId });
  const { latitude, longitude } = await geocode(req.body.address);
  context.log('geocoding finished', { invocation: context.invocationId });
  context.res = { status: 200, body: { latitude, longitude } };
};
