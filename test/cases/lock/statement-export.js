'use strict';

const express = require('express');
const serverless = require('serverless-http');
const { exportStatements } = require('./statements');

const app = express();
const GIVE_UP_AFTER_MS = 10 * 60 * 1000;
let busySince = 0; // flag: no-memory-lock

app.post('/statements/:month', async (req, res) => {
  if (busySince && Date.now() - busySince < GIVE_UP_AFTER_MS) {
    return res.status(409).json({ error: 'an export is running' });
  }
  busySince = Date.now();
  try {
    const file = await exportStatements(req.params.month);
    return res.status(201).json({ file });
  } finally {
    busySince = 0;
  }
});

exports.handler = serverless(app);
