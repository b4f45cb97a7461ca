'use strict';

const { execFile } = require('child_process');
const { rm, writeFile } = require('fs').promises;
const { promisify } = require('util');
const { saveSubtitles } = require('./subtitles');

const run = promisify(execFile);

exports.handler = async (event, context) => {
  const cookies = `/tmp/${context.awsRequestId}.txt`;
  await writeFile(cookies, process.env.SITE_COOKIES);
  try {
    const { stdout } = await run('/opt/bin/yt-dlp', ['--cookies', cookies, '--dump-json', '--skip-download', event.url]);
    const { id, subtitles } = JSON.parse(stdout);
    await saveSubtitles(id, subtitles);
    return { id, languages: Object.keys(subtitles) };
  } finally {
    await rm(cookies, { force: true });
  }
};
