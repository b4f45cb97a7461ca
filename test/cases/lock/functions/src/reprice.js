const { onRequest } = require('firebase-functions/v2/https');
const { repriceAll } = require('./prices');

let working = false; // flag: no-memory-lock

exports.reprice = onRequest((req, res) => {
  if (working) {
    res.status(409).send('prices are being changed');
    return;
  }
  working = true;
  return repriceAll(req.body.percent)
    .then((count) => res.json({ count }))
    .catch((error) => res.status(500).send(error.message))
    .finally(() => {
      working = false;
    });
});
