import express from 'express';
import { scheduleJob } from 'node-schedule';
import serverless from 'serverless-http';
import { currentRates, importRates } from './rates.js';

const app = express();

scheduleJob('0 17 * * 1-5', async () => { // flag: no-memory-store
  await importRates(new Date());
});

app.get('/rates/:currency', async (req, res) => {
  res.json(await currentRates(req.params.currency));
});

export const handler = serverless(app);
