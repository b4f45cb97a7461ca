'use strict';

const winston = require('winston');
const { readPart, sizeOf } = require('./recorder');
const { uploadPart } = require('./archive');

const logger = winston.createLogger({
  level: 'info',
  format: winston.format.json(),
  transports: [new winston.transports.Console()],
});
const PART = 8 * 1024 * 1024;

exports.handler = async ({ recording }) => {
  const size = await sizeOf(recording);
  let offset = 0;
  while (offset < size) {
    const part = await readPart(recording, offset, PART);
    await uploadPart(recording, offset, part);
    offset += part.length;
    logger.info('part transferred', { recording, offset, size }); // flag: no-log-progress
  }
  return { recording, size };
};
