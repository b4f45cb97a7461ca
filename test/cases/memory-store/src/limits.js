import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import serverless from 'serverless-http';
import { redis } from './redis.js';
import { search, suggest } from './search.js';

const shared = (prefix) => ({
  windowMs: 60_000,
  standardHeaders: true,
  store: new RedisStore({ prefix, sendCommand: (...args) => redis.sendCommand(args) }),
});

const app = express();
app.use('/search', rateLimit({ ...shared('search:'), limit: 30 }));
app.use('/suggest', rateLimit({ ...shared('suggest:'), limit: 120 }));

app.get('/search', async (req, res) => res.json(await search(req.query.q)));
app.get('/suggest', async (req, res) => res.json(await suggest(req.query.q)));

export const handler = serverless(app);
