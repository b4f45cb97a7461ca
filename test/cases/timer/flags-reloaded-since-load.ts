import express from 'express';
import serverless from 'serverless-http';
import { loadFlags } from './flags';
const app = express();
let flags = {};
setInterval(async () => {
  flags = await loadFlags();
}, 60_000);
app.get('/', (req, res) => { res.json(flags); });
export const handler = serverless(app);
