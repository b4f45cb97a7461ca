import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { connect } from './redis';

let store: RedisStore | undefined;
if (process.env.REDIS_URL) {
  store = new RedisStore({ client: connect(process.env.REDIS_URL) });
}

export const app = express();
app.use(session({ secret: process.env.SECRET!, store })); // flag: no-memory-store
