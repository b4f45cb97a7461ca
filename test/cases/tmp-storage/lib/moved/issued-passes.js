// Written under another name and moved into place, so that no reader sees half of it; still the only copy is on this disk.
const fs = require('node:fs');
const path = require('node:path');

const PASSES = path.join(__dirname, '..', 'data', 'passes.json');

function savePasses(passes) {
  const draft = PASSES + '.tmp';
  fs.writeFileSync(draft, JSON.stringify(passes)); // flag: no-tmp-storage
  fs.renameSync(draft, PASSES);
}

exports.issue = function issue(passes, id, guest) {
  savePasses([...passes, { id, guest }]);
};
