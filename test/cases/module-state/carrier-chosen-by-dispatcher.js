const express = require('express');
const serverless = require('serverless-http');
const { byRoad, byRail } = require('./carriers');
const { pick } = require('./routing');

const app = express();

let carrier = byRoad; // flag: no-module-state

app.put('/carrier/rail', (req, res) => {
  carrier = byRail;
  res.sendStatus(204);
});

app.put('/carrier/road', (req, res) => {
  carrier = byRoad;
  res.sendStatus(204);
});

app.post('/parcels', async (req, res) => {
  res.json(await pick(carrier, req.body.parcel));
});

module.exports.handler = serverless(app);
