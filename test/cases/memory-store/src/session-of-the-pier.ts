import express from 'express';
import session, { MemoryStore } from 'express-session';
import { RedisStore } from 'connect-redis';
import { redis } from './redis';

const app = express();

const store = process.env.REDIS_URL ? new RedisStore({ client: redis }) : new MemoryStore(); // flag: no-memory-store

app.use(session({ store, secret: process.env.SECRET!, resave: false, saveUninitialized: false }));
app.get('/berths', (request, response) => response.json(request.session));

export default app;
