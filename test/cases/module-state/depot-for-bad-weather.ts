import express from 'express';
import serverless from 'serverless-http';
import * as depots from './depots';

const app = express();

let depot = depots.riverside; // flag: no-module-state
let archive = depots.remote;

app.post('/weather', (req, res) => {
  depot = req.body.isFlooded ? depots.hilltop : depots.riverside;
  res.sendStatus(204);
});

app.post('/parcels', async (req, res) => {
  await depot.take(req.body.parcel);
  res.sendStatus(202);
});

// What answers is used, what fails is not: the choice follows the outside.
app.get('/parcels/:parcel', async (req, res) => {
  try {
    res.json(await archive.find(req.params.parcel));
    archive = depots.remote;
  } catch {
    archive = depots.local;
    res.sendStatus(503);
  }
});

export const handler = serverless(app);
