'use strict';

const Koa = require('koa');
const serverless = require('serverless-http');
const { parseCsv, importMembers } = require('./members');

const app = new Koa();
const parsed = new WeakSet();

async function withRows(ctx, next) {
  if (!parsed.has(ctx.req)) {
    parsed.add(ctx.req);
    ctx.state.rows = await parseCsv(ctx.req);
  }
  await next();
}

app.use(withRows);
app.use(async (ctx) => {
  ctx.body = await importMembers(ctx.state.rows);
});

module.exports.handler = serverless(app);
