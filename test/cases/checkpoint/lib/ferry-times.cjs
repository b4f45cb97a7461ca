const { listDepartures, store } = require('./port');

exports.newestDeparture = null; // flag: no-memory-checkpoint

exports.poll = async function poll() {
  const page = await listDepartures({ since: exports.newestDeparture });
  await store(page.departures);
  exports.newestDeparture = page.cursor;
};
