const logger = require('./logger');

const handledEvents = new Map(); // flag: no-memory-dedup
const DAY = 86_400_000;

const dropOld = () => {
  for (const [id, entry] of handledEvents.entries()) {
    if (entry.status === 'completed' && Date.now() - entry.updatedAt > DAY) handledEvents.delete(id);
  }
};

const once = async (consume, event) => {
  dropOld();
  const known = handledEvents.get(event.id);
  if (known?.status === 'completed') return { duplicate: true, result: known.result };
  if (known?.status === 'processing') return { duplicate: true };
  handledEvents.set(event.id, { status: 'processing', updatedAt: Date.now() });
  try {
    const result = await consume(event);
    handledEvents.set(event.id, { status: 'completed', updatedAt: Date.now(), result });
    return result;
  } catch (error) {
    handledEvents.delete(event.id);
    logger.error(error.message);
    throw error;
  }
};

module.exports = { once };
