import express, { type Request } from 'express';
import serverless from 'serverless-http';
import { claimsFrom, type Claims } from './tokens';
import { listShifts } from './shifts';

const CLAIMS = Symbol('claims');
const facts = new WeakMap<Request, { startedAt: number }>();

type WithClaims = Request & { [CLAIMS]?: Claims };

const app = express();

app.use(async (req, _res, next) => {
  facts.set(req, { startedAt: Date.now() });
  (req as WithClaims)[CLAIMS] = await claimsFrom(req.get('authorization') ?? '');
  next();
});

app.get('/shifts', async (req, res) => {
  const shifts = await listShifts((req as WithClaims)[CLAIMS]?.sub ?? '');
  res.set('server-timing', `total;dur=${Date.now() - (facts.get(req)?.startedAt ?? Date.now())}`);
  res.json(shifts);
});

export const handler = serverless(app);
