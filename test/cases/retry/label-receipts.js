'use strict';

const { printLabel } = require('./labels');
const { setAside } = require('./clerks');

const MAX_TRIES = 4;

exports.handler = async (event) => {
  const failed = [];
  for (const { messageId, body, attributes } of event.Records) {
    const tried = Number(attributes?.ApproximateReceiveCount ?? 1);
    if (tried > MAX_TRIES) {
      await setAside(body);
      continue;
    }
    try {
      await printLabel(JSON.parse(body));
    } catch {
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
};
