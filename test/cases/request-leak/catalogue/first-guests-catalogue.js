const express = require('express');
const { cookies } = require('../session');

const app = express();
let catalogue = null; // flag: no-request-leak

function text(value) {
  return String(value ?? '').trim();
}

function catalogueFor(guest) {
  return { guest: text(guest), rooms: [] };
}

function load(req) {
  if (catalogue) return catalogue;
  catalogue = catalogueFor(req.query.guest);
  return catalogue;
}

app.get('/catalogue', (req, res) => {
  res.json({ ...load(req), cookies: cookies(req) });
});

module.exports = app;
