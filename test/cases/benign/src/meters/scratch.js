const { existsSync } = require('node:fs');
const { rm, writeFile } = require('node:fs/promises');
const { upload } = require('./uploads');

// Named by the millisecond: no other invocation looks for it.
const nameOf = (now) => `/tmp/readings-${now}.csv`;

exports.handler = async (event) => {
  const file = nameOf(Date.now());
  if (existsSync(file)) throw new Error('taken');
  await writeFile(file, event.rows.join('\n'));
  await upload(file);
  await rm(file);
};
