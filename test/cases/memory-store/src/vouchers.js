const express = require('express');
const { rateLimit } = require('express-rate-limit');
const { slowDown } = require('express-slow-down');
const serverless = require('serverless-http');
const { redeem } = require('./vouchers-table');

const common = { windowMs: 10 * 60 * 1000, standardHeaders: 'draft-7', legacyHeaders: false };

const app = express();
app.use(slowDown({ windowMs: common.windowMs, delayAfter: 3, delayMs: (used) => used * 200 })); // flag: no-memory-store
app.use(rateLimit({ ...common, limit: 20 })); // flag: no-memory-store

app.post('/vouchers/:code', async (req, res) => {
  const value = await redeem(req.params.code);
  res.status(value ? 200 : 404).json({ value });
});

exports.handler = serverless(app);
