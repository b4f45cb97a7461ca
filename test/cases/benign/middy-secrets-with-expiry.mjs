import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import secretsManager from '@middy/secrets-manager';
import { refund } from './payments.mjs';

const cacheExpiry = 15 * 60 * 1000;

export const handler = middy()
  .use(
    secretsManager({
      fetchData: { paymentKey: 'prod/payments' },
      cacheKey: 'payment-secrets',
      cacheExpiry,
      setToContext: true,
    }),
  )
  .use(httpErrorHandler())
  .handler(async (event, context) => {
    const { paymentId } = JSON.parse(event.body);
    const receipt = await refund(paymentId, context.paymentKey);
    return { statusCode: 200, body: JSON.stringify(receipt) };
  });
