import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { Redis } from 'ioredis';
import { loadProfile, saveProfile } from '../outside/profiles';

const redis = new Redis(process.env.REDIS_URL!, { maxRetriesPerRequest: 1 });
const MAX_AGE_MS = Number(process.env.MAX_AGE_MS ?? 300_000);

/** A cache that cannot be reached is a miss. */
const orNothing = (): null => null;

export const show: APIGatewayProxyHandlerV2 = async (event) => {
  const id = event.pathParameters!.id!;
  const known = await redis.get(`profile:${id}`).catch(orNothing);
  if (known) return { statusCode: 200, body: known };
  const profile = JSON.stringify(await loadProfile(id));
  await redis.set(`profile:${id}`, profile, 'PX', MAX_AGE_MS).catch(orNothing);
  return { statusCode: 200, body: profile };
};

export const rename: APIGatewayProxyHandlerV2 = async (event) => {
  const profile = { id: event.pathParameters!.id!, name: JSON.parse(event.body ?? '{}').name };
  await saveProfile(profile);
  await redis.del(`profile:${profile.id}`).catch(orNothing);
  return { statusCode: 204 };
};
