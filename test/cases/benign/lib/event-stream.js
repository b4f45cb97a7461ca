const Redis = require('ioredis');

const redis = new Redis(process.env.REDIS_URL);
const STREAM = 'orders';
const GROUP = 'mailers';
let groupCreated = false;

async function ensureGroup() {
  if (groupCreated) return;
  try {
    await redis.xgroup('CREATE', STREAM, GROUP, '$', 'MKSTREAM');
  } catch (error) {
    if (!String(error.message).includes('BUSYGROUP')) throw error;
  }
  groupCreated = true;
}

exports.readOrders = async (consumer, count) => {
  await ensureGroup();
  const reply = await redis.xreadgroup('GROUP', GROUP, consumer, 'COUNT', count, 'STREAMS', STREAM, '>');
  return reply ? reply[0][1] : [];
};
