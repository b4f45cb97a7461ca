import DataLoader from 'dataloader';
import express from 'express';
import { useServer } from 'graphql-ws/use/ws';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { shipsByIds, type Ship } from './ships';
import { schema } from './schema';

const app = express();

async function start(): Promise<void> {
  const server = createServer(app);
  useServer(
    {
      schema,
      context: async (connection) => ({
        token: connection.extra.request.headers.authorization,
        loaders: { ship: new DataLoader<string, Ship>((ids) => shipsByIds([...ids])) },
      }),
    },
    new WebSocketServer({ server, path: '/graphql' }),
  );
  server.listen(4000);
}

start();
