import axios, { type AxiosInstance } from 'axios';
import { Hono } from 'hono';

const base = { baseURL: process.env.PAYROLL_URL, timeout: 5_000 };
const app = new Hono<{ Variables: { payroll: AxiosInstance } }>();

app.use('/slips/*', async (c, next) => {
  const payroll = axios.create(base);
  const authorization = c.req.header('authorization');
  if (authorization) payroll.defaults.headers.common['Authorization'] = authorization;
  c.set('payroll', payroll);
  await next();
});

app.get('/slips/:year', async (c) => {
  const { data } = await c.get('payroll').get('/slips', { params: { year: c.req.param('year') } });
  return c.json(data);
});

export default app;
