import express from 'express';
import serverless from 'serverless-http';
import { scrapeOffers } from './offers';
const app = express();
setInterval(async () => { // flag: no-memory-timer
  await scrapeOffers();
}, 60_000);
app.get('/', (req, res) => { res.send('ok'); });
export const handler = serverless(app);
