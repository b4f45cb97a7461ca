import type { APIGatewayRequestSimpleAuthorizerHandlerV2 } from 'aws-lambda';
import { decodeProtectedHeader, importX509, jwtVerify, type KeyLike } from 'jose';

const MAX_AGE_MS = 60 * 60 * 1000;
let certificates: Record<string, string> = {};
let loadedAt = 0;

async function certificate(kid: string): Promise<KeyLike> {
  if (!certificates[kid] || Date.now() - loadedAt > MAX_AGE_MS) {
    const response = await fetch(process.env.CERTIFICATES_URL!);
    certificates = (await response.json()) as Record<string, string>;
    loadedAt = Date.now();
  }
  return importX509(certificates[kid], 'RS256');
}

export const handler: APIGatewayRequestSimpleAuthorizerHandlerV2 = async (event) => {
  const token = event.headers?.authorization ?? '';
  try {
    await jwtVerify(token, await certificate(decodeProtectedHeader(token).kid!), { issuer: process.env.ISSUER });
    return { isAuthorized: true };
  } catch {
    return { isAuthorized: false };
  }
};
