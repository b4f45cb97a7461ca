const { survey } = require('./survey');

// A hit is asked for its age: an answer that is kept for ten minutes, and no list of what is done.
const knownDepths = new Map();
const KEPT_FOR = 600_000;

async function depthAt(berth) {
  const hit = knownDepths.get(berth);
  if (hit && hit.until > Date.now()) return hit.depth;
  const depth = await survey.measure({ berth });
  knownDepths.set(berth, { depth, until: Date.now() + KEPT_FOR });
  return depth;
}

exports.handler = async (event) => ({ statusCode: 200, body: String(await depthAt(event.pathParameters.berth)) });
