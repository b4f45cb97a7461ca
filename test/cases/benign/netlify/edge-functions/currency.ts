import type { Config, Context } from '@netlify/edge-functions';

const currencies = Object.freeze({ DE: 'EUR', FR: 'EUR', GB: 'GBP', NO: 'NOK', US: 'USD' });
const supported = new Set(Object.values(currencies));

export default async (request: Request, context: Context): Promise<Response> => {
  const current = context.cookies.get('currency');
  const currency = current && supported.has(current) ? current : (currencies[context.geo.country?.code as 'DE'] ?? 'USD');
  if (currency !== current) {
    context.cookies.set({ name: 'currency', value: currency });
  }
  const response = await context.next();
  response.headers.append('vary', 'cookie');
  response.headers.set('x-currency', currency);
  return response;
};

export const config: Config = { path: '/shop/*' };
