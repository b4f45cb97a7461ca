'use strict';

const { uploadPicture } = require('./pictures');

const limits = { bytes: 5000000, milliseconds: 4000 };

exports.handler = async (event) => {
  const controller = new AbortController();
  const { name, content } = JSON.parse(event.body);
  if (content.length > limits.bytes) {
    controller.abort(new Error('too large'));
  }
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(limits.milliseconds)]);
  const url = await uploadPicture(name, content, { signal });
  return { statusCode: 201, body: JSON.stringify({ url }) };
};
