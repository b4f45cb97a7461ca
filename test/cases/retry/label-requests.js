'use strict';

const { printLabel } = require('./labels');
const { setAside } = require('./clerks');

const tried = []; // flag: no-memory-retry

exports.handler = async (event) => {
  const failed = [];
  for (const { messageId, body } of event.Records) {
    if (tried.filter((id) => id === messageId).length >= 4) {
      await setAside(body);
      continue;
    }
    try {
      await printLabel(JSON.parse(body));
    } catch {
      tried.push(messageId);
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
};
