'use strict';

const { findCustomer } = require('./customers');

const response = { // flag: no-request-leak
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: '',
};

exports.handler = async (event) => {
  const customer = await findCustomer(event.pathParameters.id);
  if (customer) {
    response.body = JSON.stringify(customer);
  }
  if (event.headers.origin) {
    response.headers['access-control-allow-origin'] = event.headers.origin;
  }
  return response;
};
