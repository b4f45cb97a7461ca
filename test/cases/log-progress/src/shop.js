import express from 'express';
import serverless from 'serverless-http';
import { createLogger, transports } from 'winston';
import { listProducts, reserve } from './products.js';

const logger = createLogger({ transports: [new transports.Console()] });
const app = express();

app.use((req, res, next) => {
  const started = Date.now();
  res.on('finish', () => {
    const ms = Date.now() - started;
    logger.info('request finished', { method: req.method, url: req.originalUrl, status: res.statusCode, ms });
  });
  next();
});

app.get('/products', async (req, res) => {
  res.json(await listProducts(req.query.page));
});

app.post('/products/:sku/reservations', express.json(), async (req, res) => {
  res.status(201).json(await reserve(req.params.sku, req.body.quantity));
});

export const handler = serverless(app);
