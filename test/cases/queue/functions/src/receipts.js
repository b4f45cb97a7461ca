const { onRequest } = require('firebase-functions/v2/https');
const { onSchedule } = require('firebase-functions/v2/scheduler');
const { printReceipt } = require('./printer');

const outbox = { receipts: [] }; // flag: no-memory-queue

exports.sale = onRequest((req, res) => {
  outbox.receipts.unshift({ till: req.body.till, lines: req.body.lines });
  res.status(202).end();
});

exports.print = onSchedule('every 1 minutes', async () => {
  for (let receipt; (receipt = outbox.receipts.pop()); ) {
    await printReceipt(receipt);
  }
});
