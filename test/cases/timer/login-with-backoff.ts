import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { findUser, recentFailures, recordFailure } from './users';
import { checkPassword, issueToken } from './credentials';

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { email, password } = JSON.parse(event.body ?? '{}');
  await wait(Math.min(5_000, 250 * 2 ** (await recentFailures(email))));
  const user = await findUser(email);
  if (!user || !(await checkPassword(user, password))) {
    await recordFailure(email);
    return { statusCode: 401 };
  }
  return { statusCode: 200, body: JSON.stringify({ token: await issueToken(user) }) };
};
