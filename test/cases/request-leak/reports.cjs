'use strict';

const express = require('express');
const serverless = require('serverless-http');
const { userOf } = require('./auth.cjs');
const { reportsOf } = require('./reports-table.cjs');

const app = express();
app.locals.title = 'Reports';

app.use(async (req, res, next) => {
  const token = req.get('authorization');
  if (token) {
    res.locals.user = await userOf(token);
    req.language = req.query.lang;
  }
  next();
});

app.get('/reports', async (req, res) => {
  const { user } = res.locals;
  res.json({ title: app.locals.title, reports: user ? await reportsOf(user, req.language) : [] });
});

exports.handler = serverless(app);
