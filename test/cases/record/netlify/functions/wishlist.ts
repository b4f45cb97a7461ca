import type { Handler } from '@netlify/functions';

type Wishes = Record<string, string[]>;

const lists: { byOwner: Wishes } = { byOwner: {} }; // flag: no-memory-record

function wishes(owner: string): string[];
function wishes(owner: string, added: string): string[];
function wishes(owner: string, added?: string): string[] {
  const list = (lists.byOwner[owner] ??= []);
  if (added !== undefined && !list.includes(added)) list.push(added);
  return list;
}

export const handler: Handler = async (event) => {
  const owner = event.queryStringParameters?.owner ?? '';
  const { wish } = JSON.parse(event.body ?? '{}') as { wish?: string };
  const list = event.httpMethod === 'POST' && wish ? wishes(owner, wish) : wishes(owner);
  return { statusCode: 200, body: JSON.stringify({ owner, list }) };
};
