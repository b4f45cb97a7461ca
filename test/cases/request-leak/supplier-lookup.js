'use strict';

const { findSupplier } = require('./suppliers');

const template = {
  statusCode: 404,
  headers: { 'content-type': 'application/json' },
  body: '{}',
};

exports.handler = async (event) => {
  const response = { ...template, headers: { ...template.headers } };
  const supplier = await findSupplier(event.pathParameters.id);
  if (supplier) {
    response.statusCode = 200;
    response.body = JSON.stringify(supplier);
  }
  if (event.headers.origin) {
    response.headers['access-control-allow-origin'] = event.headers.origin;
  }
  return response;
};
