const { onRequest } = require('firebase-functions/v2/https');
const { answer } = require('./answers');

let latestUpdate; // flag: no-memory-dedup

exports.bot = onRequest(async (req, res) => {
  const { update_id: updateId, message } = req.body;
  if (updateId === latestUpdate) {
    res.sendStatus(200);
    return;
  }
  latestUpdate = updateId;
  await answer(message.chat.id, message.text);
  res.sendStatus(200);
});
