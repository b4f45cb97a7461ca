const { existsSync } = require('node:fs');
const { writeFile } = require('node:fs/promises');
const { billAll } = require('./billing');

const monthOf = (date) => `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}`;
const markOf = (month) => `/tmp/billed-${month}`;

exports.handler = async () => {
  const month = monthOf(new Date());
  if (existsSync(markOf(month))) return;
  await billAll(month);
  await writeFile(markOf(month), 'done'); // flag: no-tmp-storage
};
