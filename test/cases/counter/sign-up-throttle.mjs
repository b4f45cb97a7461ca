import Koa from 'koa';
import serverless from 'serverless-http';
import { createAccount } from './accounts.mjs';

const app = new Koa();
let attempts = []; // flag: no-memory-counter

app.use(async (ctx, next) => {
  const hourAgo = Date.now() - 3_600_000;
  attempts = attempts.filter((attempt) => attempt.at > hourAgo);
  const mine = attempts.filter((attempt) => attempt.ip === ctx.ip);
  if (mine.length >= 5) {
    ctx.throw(429, 'try again in an hour');
  }
  attempts.push({ ip: ctx.ip, at: Date.now() });
  await next();
});

app.use(async (ctx) => {
  ctx.status = 201;
  ctx.body = await createAccount(ctx.query.email);
});

export const handler = serverless(app);
