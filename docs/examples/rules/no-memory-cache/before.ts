import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { loadProfile, saveProfile, type Profile } from '../outside/profiles';

const profiles = new Map<string, Profile>();

export const show: APIGatewayProxyHandlerV2 = async (event) => {
  const id = event.pathParameters!.id!;
  const profile = profiles.get(id) ?? (await loadProfile(id));
  profiles.set(id, profile);
  return { statusCode: 200, body: JSON.stringify(profile) };
};

export const rename: APIGatewayProxyHandlerV2 = async (event) => {
  const profile = { id: event.pathParameters!.id!, name: JSON.parse(event.body ?? '{}').name };
  profiles.set(profile.id, profile);
  await saveProfile(profile);
  return { statusCode: 204 };
};
