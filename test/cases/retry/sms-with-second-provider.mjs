import { sendWithTwilio, sendWithVonage } from './sms.mjs';

const SWITCH_AFTER = 3;
let twilioFailures = 0; // flag: no-memory-retry

async function send(to, text) {
  if (twilioFailures >= SWITCH_AFTER) {
    return sendWithVonage(to, text);
  }
  try {
    const receipt = await sendWithTwilio(to, text);
    twilioFailures = 0;
    return receipt;
  } catch {
    twilioFailures++;
    return sendWithVonage(to, text);
  }
}

export const handler = async (event) => {
  const messages = event.Records.map(({ body }) => JSON.parse(body));
  const receipts = await Promise.all(messages.map(({ to, text }) => send(to, text)));
  return { sent: receipts.length };
};
