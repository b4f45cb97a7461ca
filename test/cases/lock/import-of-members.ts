import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { copyMembers } from './members';

class Import {
  #busy = false;

  constructor(private readonly source: string) {}

  async run(part: string): Promise<number> {
    if (this.#busy) throw new Error('the parts of one import run one after the other');
    this.#busy = true;
    try {
      return await copyMembers(this.source, part);
    } finally {
      this.#busy = false;
    }
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { source, parts } = JSON.parse(event.body ?? '{}') as { source: string; parts: string[] };
  const run = new Import(source);
  let copied = 0;
  for (const part of parts) copied += await run.run(part);
  return { statusCode: 200, body: JSON.stringify({ copied }) };
};
