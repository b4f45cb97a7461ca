const functions = require('@google-cloud/functions-framework');
const { rowsOf } = require('./labels.cjs');

let problems;

function report(row, text) {
  problems.push({ row, text });
}

function checkLabels(text) {
  problems = [];
  rowsOf(text).forEach((row) => {
    if (!row.startsWith('L-')) report(row, 'no label');
  });
  return problems;
}

functions.http('checkLabels', async (req, res) => {
  const text = await req.text();
  res.json({ problems: checkLabels(text) });
});
