const { CloudEvent } = require('cloudevents');
const { storeBadge } = require('./badges');

const sequence = {
  prefix: 'V',
  last: 0, // flag: no-memory-counter
  next() {
    this.last += 1;
    return `${this.prefix}${String(this.last).padStart(5, '0')}`;
  },
};

const handle = async (context, body) => {
  const badge = sequence.next();
  await storeBadge(badge, body.visitor);
  return new CloudEvent({ source: 'badges', type: 'badge.issued', data: { badge, visitor: body.visitor } });
};

module.exports = { handle };
