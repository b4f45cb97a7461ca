const { listMeetings } = require('./calendar');
const { dispatchBot } = require('./bots');
const { Pool } = require('pg');

const pool = new Pool();
const dispatched = new Map(); // flag: no-memory-dedup

exports.handler = async () => {
  for (const meeting of await listMeetings(pool)) {
    if (dispatched.get(meeting.id)) continue;
    const bot = await dispatchBot({ url: meeting.url });
    dispatched.set(meeting.id, { at: Date.now(), bot: bot.id });
  }
  return { statusCode: 204, body: [...dispatched.values()].map(({ bot }) => bot).join() };
};
