import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import analyticsPackage from 'shop-analytics';
import { saveAccount } from './accounts';

const analytics = analyticsPackage.init(process.env.ANALYTICS_TOKEN ?? ''); // flag: no-request-leak

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const account = JSON.parse(event.body ?? '{}');
  analytics.context.set('account', account.id);
  await saveAccount(account);
  await analytics.flush();
  return { statusCode: 204 };
};
