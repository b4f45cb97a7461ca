import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { client } from './redis';

export const app = express();
app.use(session({ secret: process.env.SECRET!, store: process.env.NODE_ENV === 'production' ? new RedisStore({ client }) : undefined }));
