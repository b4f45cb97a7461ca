const { blow } = require('./horn');

// A block of load code runs once.
{
  const blown = new Set(); // flag: no-memory-dedup

  exports.handler = async (event) => {
    if (blown.has(event.id)) return;
    await blow(event.signal);
    blown.add(event.id);
  };
}
