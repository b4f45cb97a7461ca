// Nothing tells where this runs: it may as well be a page.
function registerDigest({ tasks, sendMessage, chef }) {
  async function tick() {
    await sendMessage({ to: chef, text: `${tasks.length} open tasks` });
  }

  setInterval(tick, 60_000);
}

module.exports = { registerDigest };
