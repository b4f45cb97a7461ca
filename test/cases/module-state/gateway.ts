import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { forward } from './forward';

const mirrors = (process.env.MIRRORS ?? '').split(',').filter(Boolean);
let turn = 0;

function nextMirror(): string {
  const mirror = mirrors[turn];
  turn = (turn + 1) % mirrors.length;
  return mirror;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => forward(nextMirror(), event.rawPath, event.body);
