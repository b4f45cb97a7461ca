const { listDepartures, store, readCursor, writeCursor } = require('./port');

exports.pageSize = null;

exports.poll = async function poll() {
  const page = await listDepartures({ since: await readCursor(), limit: exports.pageSize });
  await store(page.departures);
  await writeCursor(page.cursor);
};
