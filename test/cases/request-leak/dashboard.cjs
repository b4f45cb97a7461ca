'use strict';

const express = require('express');
const serverless = require('serverless-http');
const { userOf } = require('./auth.cjs');
const { widgetsOf } = require('./widgets.cjs');

const app = express(); // flag: no-request-leak

app.use(async (req, res, next) => {
  const token = req.get('authorization');
  if (token) {
    app.locals.user = await userOf(token);
  }
  next();
});

app.get('/widgets', async (req, res) => {
  res.json(await widgetsOf(app.locals.user));
});

exports.handler = serverless(app);
