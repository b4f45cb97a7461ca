import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { connect } from './redis';

if (!process.env.REDIS_URL) throw new Error('REDIS_URL');
const store = process.env.REDIS_URL ? new RedisStore({ client: connect(process.env.REDIS_URL) }) : undefined;

export const app = express();
app.use(session({ secret: process.env.SECRET!, store }));
