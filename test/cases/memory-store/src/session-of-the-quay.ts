import express from 'express';
import session, { MemoryStore } from 'express-session';
import { RedisStore } from 'connect-redis';
import { redis } from './redis';

const app = express();

// Only a laptop keeps sessions in the process.
const store = process.env.VERCEL ? new RedisStore({ client: redis }) : new MemoryStore();

app.use(session({ store, secret: process.env.SECRET!, resave: false, saveUninitialized: false }));
app.get('/berths', (request, response) => response.json(request.session));

export default app;
