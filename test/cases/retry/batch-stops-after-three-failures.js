'use strict';

const { createAddressClient } = require('./addresses');

function createBreaker(limit) {
  let failures = 0;
  let open = false;
  return async (call) => {
    if (open) return null;
    try {
      return await call();
    } catch {
      failures += 1;
      open = failures >= limit;
      return null;
    }
  };
}

exports.handler = async (event) => {
  const protect = createBreaker(3);
  const client = createAddressClient(event.region);
  const checked = [];
  for (const address of event.addresses) {
    checked.push({ address, valid: await protect(() => client.check(address)) });
  }
  return { checked };
};
