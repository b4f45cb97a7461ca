import KeyvPostgres from '@keyv/postgres';
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { createCache } from 'cache-manager';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const notes = new Keyv<{ text: string }>(new KeyvPostgres({ uri: process.env.DATABASE_URL }), { namespace: 'notes' });
const previews = createCache({ stores: [new Keyv({ store: new KeyvRedis(process.env.REDIS_URL) })] });

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const id = event.pathParameters!.id!;
  if (event.requestContext.http.method === 'PUT') {
    const { text } = JSON.parse(event.body ?? '{}');
    await notes.set(id, { text });
    await previews.set(id, text.slice(0, 80), 3_600_000);
    return { statusCode: 204 };
  }
  const note = await notes.get(id);
  return note ? { statusCode: 200, body: note.text } : { statusCode: 404 };
};
