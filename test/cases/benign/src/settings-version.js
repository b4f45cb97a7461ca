const { LRUCache } = require('lru-cache');
const { readSettings, readSettingsVersion } = require('./settings-table');

const settings = new LRUCache({ max: 50, ttl: 300_000 });
let knownVersion;

module.exports.ensureSettings = async (table) => {
  const version = await readSettingsVersion(table);
  if (version === knownVersion) return true;
  console.info(`settings have moved on to ${version}`);
  settings.clear();
  knownVersion = version;
  await module.exports.getSettings(table);
  return false;
};

module.exports.getSettings = async (table) => {
  const known = settings.get('all');
  if (known !== undefined) return known;
  const read = await readSettings(table);
  settings.set('all', read);
  return read;
};
