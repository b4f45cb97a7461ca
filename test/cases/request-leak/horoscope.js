'use strict';

const { onRequest } = require('firebase-functions/v2/https');
const { horoscopeFor } = require('./horoscopes');

exports.horoscope = onRequest(async (req, res) => {
  const { sign, zone } = req.query;
  if (zone) {
    process.env['TZ'] = zone; // flag: no-request-leak
  }
  res.json(await horoscopeFor(sign, new Date().toLocaleDateString()));
});
