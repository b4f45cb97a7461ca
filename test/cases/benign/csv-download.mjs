import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { rowsOf } from './orders.mjs';

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  let rows = 0;
  const columns = new Set();

  async function* lines() {
    for await (const row of rowsOf(event.queryStringParameters.year)) {
      if (rows === 0) {
        Object.keys(row).forEach((name) => columns.add(name));
        yield `${[...columns].join(';')}\n`;
      }
      rows += 1;
      yield `${[...columns].map((name) => row[name] ?? '').join(';')}\n`;
    }
    yield `;${rows} orders\n`;
  }

  responseStream.setContentType('text/csv');
  await pipeline(Readable.from(lines()), responseStream);
});
