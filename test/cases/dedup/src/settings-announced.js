const { readSettingsVersion } = require('./settings-table');
const { announce } = require('./announcements');

let announcedVersion; // flag: no-memory-dedup

module.exports.tellAboutSettings = async (table) => {
  const version = await readSettingsVersion(table);
  if (version !== announcedVersion) {
    announcedVersion = version;
    await announce(`settings have moved on to ${version}`);
  }
};
