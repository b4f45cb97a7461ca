import type { AddressInfo, Server } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
// @ts-expect-error it has no types
import dynalite from 'dynalite';

export interface DynamoDB {
  /** What an instance must know to reach it. */
  readonly environment: Readonly<Record<string, string>>;
  createTable(name: string, key: string, sortKey?: string): Promise<void>;
  scan(table: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** The API of DynamoDB, embedded. */
export async function startDynamoDB(): Promise<DynamoDB> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'lifecycle', secretAccessKey: 'lifecycle' };
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials });
  const documents = DynamoDBDocumentClient.from(client);
  return {
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    createTable: async (TableName, key, sortKey) => {
      const keys = [key, ...(sortKey === undefined ? [] : [sortKey])];
      await client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: keys.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
          AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        }),
      );
    },
    scan: async (TableName) => (await documents.send(new ScanCommand({ TableName, ConsistentRead: true }))).Items ?? [],
    stop: () => {
      client.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
