import { sendMail } from './mail.mjs';

const codes = (process.env.GIFT_CODES ?? '').split(','); // flag: no-memory-record

export const handler = async (event) => {
  const { email } = JSON.parse(event.body);
  const code = codes.pop();
  if (!code) {
    return { statusCode: 410, body: 'all codes are gone' };
  }
  await sendMail(email, `Your gift code is ${code}`);
  return { statusCode: 204 };
};
