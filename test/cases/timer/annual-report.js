const express = require('express');
const serverless = require('serverless-http');
const { collectFigures, renderReport, storeReport } = require('./reports');
const { mailLink } = require('./mail');

const app = express();

async function produceReport(company, year) {
  const figures = await collectFigures(company, year);
  const link = await storeReport(company, year, await renderReport(figures));
  await mailLink(company, link);
}

app.post('/companies/:company/reports', express.json(), (req, res) => {
  produceReport(req.params.company, req.body.year); // flag: no-memory-timer
  res.status(202).json({ state: 'accepted' });
});

module.exports.handler = serverless(app);
