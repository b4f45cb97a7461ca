'use strict';

const { searchPictures } = require('./pictures');

const controller = new AbortController(); // flag: no-module-state

exports.handler = async (event) => {
  const { action, text } = JSON.parse(event.body);
  if (action === 'cancel') {
    controller.abort();
    return { statusCode: 204 };
  }
  const pictures = await searchPictures(text, { signal: controller.signal });
  return { statusCode: 200, body: JSON.stringify(pictures) };
};
