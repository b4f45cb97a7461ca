'use strict';

const { printLabels } = require('./printer');

const waiting = []; // flag: no-memory-queue

exports.enqueue = (event, context, callback) => {
  const { parcels } = JSON.parse(event.toString());
  waiting.push(...parcels);
  callback(null, { waiting: waiting.length });
};

exports.onTimer = async () => {
  const labels = [];
  let parcel = waiting.pop();
  while (parcel) {
    labels.push({ parcel: parcel.id, text: `${parcel.name}\n${parcel.street}` });
    parcel = waiting.pop();
  }
  await printLabels(labels);
};
