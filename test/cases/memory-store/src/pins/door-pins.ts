import NodeCache from 'node-cache';
import twilio from 'twilio';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const sms = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);
const pins = new NodeCache({ stdTTL: 300 }); // flag: no-memory-store

export const send = async (event: APIGatewayProxyEventV2) => {
  const { phone, pin } = JSON.parse(event.body ?? '{}');
  pins.set(phone, pin);
  await sms.messages.create({ to: phone, body: `Your PIN is ${pin}` });
  return { statusCode: 204 };
};

export const check = async (event: APIGatewayProxyEventV2) => {
  const { phone, pin } = JSON.parse(event.body ?? '{}');
  if (pins.get(phone) !== pin) return { statusCode: 403 };
  return { statusCode: 200 };
};
