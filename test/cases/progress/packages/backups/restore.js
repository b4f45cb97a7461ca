const { listParts, restorePart } = require('./parts');

async function main(params) {
  global.restores ??= {}; // flag: no-memory-progress
  const { backup } = params;
  if (params.__ow_method === 'get') {
    return { body: { percent: global.restores[backup] ?? 0 } };
  }
  const parts = await listParts(backup);
  let restored = 0;
  for (const part of parts) {
    await restorePart(part);
    restored += 1;
    global.restores[backup] = Math.round((restored / parts.length) * 100);
  }
  return { statusCode: 201, body: { restored } };
}

exports.main = main;
