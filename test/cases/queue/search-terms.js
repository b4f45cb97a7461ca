'use strict';

const Koa = require('koa');
const serverless = require('serverless-http');
const { search } = require('./catalogue');
const { storeTerms } = require('./analytics');

const app = new Koa();
const BATCH = 25;
let terms = []; // flag: no-memory-queue

async function note(term) {
  terms = terms.concat({ term, at: Date.now() });
  if (terms.length < BATCH) return;
  const batch = terms.slice(0, BATCH);
  terms = terms.slice(BATCH);
  await storeTerms(batch);
}

app.use(async (ctx) => {
  await note(ctx.query.q);
  ctx.body = await search(ctx.query.q);
});

exports.handler = serverless(app);
