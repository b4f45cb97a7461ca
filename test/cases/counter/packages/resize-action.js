const { resize } = require('./resize');

let resized = 0; // flag: no-memory-counter

/** An OpenWhisk action: `main` with parameters that nobody here calls. */
async function main(params) {
  if (resized >= 100) return { statusCode: 429 };
  resized += 1;
  return { body: await resize(params.url) };
}

exports.main = main;
