'use strict';

const express = require('express');
const serverless = require('serverless-http');
const { encode } = require('./encoder.cjs');

const clips = { percent: {} }; // flag: no-memory-progress
const app = express();

app.post('/clips/:id', (req, res, next) => {
  const { id } = req.params;
  encode(id)
    .on('progress', ({ frames, total }) => {
      clips.percent[id] = Math.round((100 * frames) / total);
    })
    .on('error', next)
    .on('end', () => {
      clips.percent[id] = 100;
      res.sendStatus(201);
    });
});

app.get('/clips/:id', (req, res) => {
  res.json({ percent: clips.percent?.[req.params.id] ?? 0 });
});

module.exports.handler = serverless(app);
