const express = require('express');
const serverless = require('serverless-http');
const { plain, shaped } = require('./engines');

const app = express();

let engine = plain;

app.use((req, res, next) => {
  engine = shaped;
  next();
});

app.get('/labels/:text', (req, res) => {
  // Chosen anew for each label, and kept by nobody.
  const chosen = req.query.plain ? plain : engine;
  res.send(chosen.draw(req.params.text));
});

module.exports.handler = serverless(app);
