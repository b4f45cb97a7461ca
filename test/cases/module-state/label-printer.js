'use strict';

const { renderLabel } = require('./labels');

const printer = { dpi: 300, copies: 1, colour: false };

exports.handler = async (event) => {
  const { parcel, express } = JSON.parse(event.body);
  if (express) {
    printer.copies = 2;
    printer.colour = true;
  }
  try {
    const label = await renderLabel(parcel, printer);
    return { statusCode: 200, body: label.toString('base64'), isBase64Encoded: true };
  } finally {
    printer.copies = 1;
    printer.colour = false;
  }
};
