'use strict';

function Breaker(limit, restMs) {
  this.limit = limit;
  this.restMs = restMs;
  this.failures = 0; // flag: no-memory-retry
  this.closedAgainAt = 0; // flag: no-memory-retry
}

Breaker.prototype.isOpen = function () {
  return this.failures >= this.limit && Date.now() < this.closedAgainAt;
};

Breaker.prototype.report = function (ok) {
  this.failures = ok ? 0 : this.failures + 1;
  if (!ok) this.closedAgainAt = Date.now() + this.restMs;
};

const breaker = new Breaker(5, 30000);

module.exports = async (context, req) => {
  if (breaker.isOpen()) {
    context.res = { status: 503, body: 'no forecast at the moment' };
    return;
  }
  const response = await fetch(`${process.env.WEATHER_URL}/${req.params.city}`);
  breaker.report(response.ok);
  context.res = { status: response.status, body: await response.text() };
};
