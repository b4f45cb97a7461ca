import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { client } from './redis';

if (process.env.NODE_ENV === 'production' && !process.env.REDIS_URL) throw new Error('REDIS_URL is missing');

export const app = express();
app.use(session({ secret: process.env.SECRET!, store: process.env.REDIS_URL ? new RedisStore({ client }) : undefined }));
