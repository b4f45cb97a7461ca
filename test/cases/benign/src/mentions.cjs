'use strict';

const functions = require('@google-cloud/functions-framework');
const { notify } = require('./notifications.cjs');

const MENTION = /@([a-z0-9_]+)/gi;

functions.http('comment', async (req, res) => {
  const names = [];
  MENTION.lastIndex = 0;
  let match = MENTION.exec(req.body.text);
  while (match !== null) {
    names.push(match[1].toLowerCase());
    match = MENTION.exec(req.body.text);
  }
  await Promise.all(names.map((name) => notify(name, req.body.text)));
  res.status(200).json({ notified: names });
});
