const fs = require('fs');
const path = require('path');
const { reindex } = require('../shared/search');

const lockFile = path.join(process.env.TEMP || '/tmp', 'reindex.lock');

module.exports = async function (context, timer) {
  if (fs.existsSync(lockFile)) {
    context.log.warn('another run is under way');
    return;
  }
  fs.writeFileSync(lockFile, String(process.pid)); // flag: no-tmp-storage
  try {
    await reindex({ full: timer.isPastDue });
  } finally {
    fs.unlinkSync(lockFile);
  }
};
