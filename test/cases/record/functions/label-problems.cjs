const functions = require('@google-cloud/functions-framework');
const { rowsOf } = require('./labels.cjs');

const problems = []; // flag: no-memory-record

function checkLabels(text) {
  rowsOf(text).forEach((row) => {
    if (!row.startsWith('L-')) problems.push({ row, text: 'no label' });
  });
  return problems;
}

functions.http('checkLabels', async (req, res) => {
  const text = await req.text();
  res.json({ problems: checkLabels(text) });
});
