import { AsyncLocalStorage } from 'node:async_hooks';
import { findParcels } from './parcels.mjs';

const context = new AsyncLocalStorage();

const current = {
  get tenant() {
    return context.getStore()?.get('tenant');
  },
  set tenant(value) {
    context.getStore()?.set('tenant', value);
  },
};

async function search(text) {
  return findParcels({ tenant: current.tenant, text });
}

export const handler = async (event) =>
  context.run(new Map(), async () => {
    current.tenant = event.requestContext.authorizer.tenant;
    return { statusCode: 200, body: JSON.stringify(await search(event.queryStringParameters.q)) };
  });
