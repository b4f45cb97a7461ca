import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import analyticsPackage from 'shop-analytics';
import { identity } from 'shop-identity';
import { saveAccount } from './accounts';

const analytics = analyticsPackage.init(process.env.ANALYTICS_TOKEN ?? '');

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const account = JSON.parse(event.body ?? '{}');
  identity.identify(account.id, { plan: account.plan });
  await saveAccount(account);
  await analytics.people.set(account.id, { $email: account.email });
  return { statusCode: 204 };
};
