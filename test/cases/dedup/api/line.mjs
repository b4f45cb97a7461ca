import { replyMessage } from '../lib/line.mjs';

const KEEP_MS = 10 * 60 * 1000;
const answered = []; // flag: no-memory-dedup

function alreadyAnswered(replyToken) {
  const oldest = Date.now() - KEEP_MS;
  while (answered.length > 0 && answered[0].at < oldest) {
    answered.shift();
  }
  return answered.some((entry) => entry.replyToken === replyToken);
}

export default async function handler(req, res) {
  for (const { replyToken, message, source } of req.body.events) {
    if (alreadyAnswered(replyToken)) continue;
    await replyMessage(replyToken, `Hello ${source.userId}, you wrote: ${message.text}`);
    answered.push({ replyToken, at: Date.now() });
  }
  res.status(200).json({});
}
