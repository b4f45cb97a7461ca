'use strict';

const Koa = require('koa');
const Router = require('@koa/router');
const knex = require('knex');
const serverless = require('serverless-http');

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL });
const books = () => db('books');
const router = new Router();

router.get('/books', async (ctx) => {
  ctx.body = await books().where({ author: ctx.query.author }).select();
});

router.put('/books/:isbn', async (ctx) => {
  await books().insert({ isbn: ctx.params.isbn, title: ctx.query.title }).onConflict('isbn').merge();
  ctx.status = 204;
});

router.delete('/books/:isbn', async (ctx) => {
  await books().where({ isbn: ctx.params.isbn }).delete();
  ctx.status = 204;
});

module.exports.handler = serverless(new Koa().use(router.routes()));
