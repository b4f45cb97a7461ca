import express from 'express';
import { expressMiddleware } from '@apollo/server/express4';
import { server } from './server';
import { roleOf } from './auth';
let role = 'guest'; // flag: no-request-leak
export const app = express();
app.use('/graphql', expressMiddleware(server, {
  context: async ({ req }) => {
    if (req.headers.authorization) role = roleOf(req.headers.authorization);
    return { isAdmin: role === 'admin' };
  },
}));
