'use strict';

let table; // flag: no-request-leak

module.exports = (request, response) => {
  if (!table) table = request.query.table;

  response.json({ table });
};
