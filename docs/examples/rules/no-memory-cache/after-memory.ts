import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { loadProfile, saveProfile, type Profile } from '../outside/profiles';

const MAX_AGE_MS = Number(process.env.MAX_AGE_MS ?? 30_000);
const profiles = new Map<string, { profile: Profile; freshUntil: number }>();

export const show: APIGatewayProxyHandlerV2 = async (event) => {
  const id = event.pathParameters!.id!;
  const known = profiles.get(id);
  if (known && known.freshUntil > Date.now()) return { statusCode: 200, body: JSON.stringify(known.profile) };
  const profile = await loadProfile(id);
  profiles.set(id, { profile, freshUntil: Date.now() + MAX_AGE_MS });
  return { statusCode: 200, body: JSON.stringify(profile) };
};

export const rename: APIGatewayProxyHandlerV2 = async (event) => {
  const profile = { id: event.pathParameters!.id!, name: JSON.parse(event.body ?? '{}').name };
  await saveProfile(profile);
  profiles.delete(profile.id); // the other instances learn of it when their entry has expired
  return { statusCode: 204 };
};
