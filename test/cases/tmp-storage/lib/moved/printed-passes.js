// Moved into place as well, then sent to the printer and removed.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { print } = require('./printer');

exports.printPasses = async function printPasses(passes, id) {
  const file = path.join(os.tmpdir(), `passes-${id}.json`);
  const draft = `${file}.tmp`;
  fs.writeFileSync(draft, JSON.stringify(passes));
  fs.renameSync(draft, file);
  try {
    await print(fs.readFileSync(file));
  } finally {
    fs.unlinkSync(file);
  }
};
