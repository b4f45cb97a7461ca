import Koa from 'koa';
import serverless from 'serverless-http';
import { departures } from './ferries.mjs';

const app = new Koa();
let language = 'en'; // flag: no-request-leak

const label = (port) => port.names[language] ?? port.names.en;

app.use(async (ctx, next) => {
  if (ctx.query.lang) language = ctx.query.lang;
  await next();
});

app.use(async (ctx) => {
  const list = await departures(ctx.query.from);
  ctx.body = list.map(({ port, at }) => ({ to: label(port), at }));
});

export const handler = serverless(app);
