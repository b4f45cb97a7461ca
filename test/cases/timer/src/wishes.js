const Koa = require('koa');
const Router = require('@koa/router');
const { koaBody } = require('koa-body');
const serverless = require('serverless-http');
const { addWish } = require('./wishes-table');
const { callWebhooks } = require('./webhooks');

const app = new Koa();
const router = new Router();

router.post('/wishes', koaBody(), async (ctx) => {
  const wish = await addWish(ctx.request.body);
  ctx.status = 201;
  ctx.body = wish;
  setImmediate(async () => { // flag: no-memory-timer
    await callWebhooks('wish.added', wish);
  });
});

app.use(router.routes());

module.exports.handler = serverless(app);
