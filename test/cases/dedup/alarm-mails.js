'use strict';

const { mailOperators } = require('./mail');

const mailed = {}; // flag: no-memory-dedup

exports.handler = (event, context, callback) => {
  const alarm = JSON.parse(event.toString());
  if (alarm.alarmId in mailed) {
    callback(null, 'operators know already');
    return;
  }
  mailOperators(alarm.severity, alarm.text)
    .then(() => {
      mailed[alarm.alarmId] = new Date().toISOString();
      callback(null, 'mailed');
    })
    .catch(callback);
};
