'use strict';

const { saveTicket } = require('./counter-hall');

const ticketNumbers = (function* () { let n = 0; for (;;) yield ++n; })(); // flag: no-memory-counter

exports.handler = async (event) => {
  const { desk, name } = JSON.parse(event.body);
  const number = ticketNumbers.next().value;
  await saveTicket({ desk, name, number });
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number }),
  };
};
