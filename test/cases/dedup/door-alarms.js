'use strict';

const { callGuard } = require('./guards');

function AlarmDesk(limit) {
  this.limit = limit;
  this.known = Object.create(null); // flag: no-memory-dedup
}

AlarmDesk.prototype.accept = function (alarm) {
  if (this.known[alarm.id]) return false;
  this.known[alarm.id] = alarm.raisedAt;
  return alarm.severity >= this.limit;
};

const desk = new AlarmDesk(3);

exports.handler = async function (event) {
  const alarms = event.Records.map((record) => JSON.parse(record.Sns.Message));
  for (const alarm of alarms) {
    if (!desk.accept(alarm)) continue;
    await callGuard(alarm.door);
  }
};
