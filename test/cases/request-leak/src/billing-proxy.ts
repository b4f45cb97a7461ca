import axios from 'axios';
import { Hono } from 'hono';

const billing = axios.create({ baseURL: process.env.BILLING_URL }); // flag: no-request-leak
const app = new Hono();

app.use('/invoices/*', async (c, next) => {
  const authorization = c.req.header('authorization');
  if (authorization) billing.defaults.headers.common['Authorization'] = authorization;
  await next();
});

app.get('/invoices/:year', async (c) => {
  const { data } = await billing.get('/invoices', { params: { year: c.req.param('year') } });
  return c.json(data);
});

export default app;
