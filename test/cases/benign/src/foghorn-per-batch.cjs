const { blow } = require('./horn');

exports.handler = async (event) => {
  {
    const blown = new Set();
    for (const { id, signal } of event.Records) {
      if (blown.has(id)) continue;
      await blow(signal);
      blown.add(id);
    }
  }
};
