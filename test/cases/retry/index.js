const { dispatch } = require('./couriers');
const { giveUp } = require('./incidents');

const tries = new Map(); // flag: no-memory-retry

module.exports.handler = async (event) => {
  const outcomes = [];
  for (const { details } of event.messages) {
    const { message_id: messageId, body } = details.message;
    tries.set(messageId, 1 + (tries.get(messageId) || 0));
    const delivered = await dispatch(JSON.parse(body)).then(
      () => true,
      () => false,
    );
    if (delivered) {
      tries.delete(messageId);
    } else if (tries.get(messageId) >= 3) {
      await giveUp(messageId, body);
    } else {
      outcomes.push(messageId);
    }
  }
  if (outcomes.length > 0) throw new Error(`${outcomes.length} parcels were not dispatched`);
  return { statusCode: 200 };
};
