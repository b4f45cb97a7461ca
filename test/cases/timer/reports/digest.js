const fs = require('fs/promises');
const path = require('path');

function registerDigest({ directory, sendMessage, chef }) {
  async function tick() {
    const open = JSON.parse(await fs.readFile(path.join(directory, 'tasks.json'), 'utf8'));
    await sendMessage({ to: chef, text: `${open.length} open tasks` });
  }

  setInterval(tick, 60_000); // flag: no-memory-timer
}

module.exports = { registerDigest };
