import NodeCache from 'node-cache';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { prisma } from './prisma';

const pins = new NodeCache({ stdTTL: 300 });

export const send = async (event: APIGatewayProxyEventV2) => {
  const { phone, pin } = JSON.parse(event.body ?? '{}');
  pins.set(phone, pin);
  await prisma.pin.create({ data: { phone, pin } });
  return { statusCode: 204 };
};

export const check = async (event: APIGatewayProxyEventV2) => {
  const { phone, pin } = JSON.parse(event.body ?? '{}');
  const expected = pins.get(phone) ?? (await prisma.pin.findUnique({ where: { phone } }))?.pin;
  return { statusCode: expected === pin ? 200 : 403 };
};
