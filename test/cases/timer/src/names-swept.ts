import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const names = new Map<string, { value: string; until: number }>();
setInterval(() => {
  for (const [key, entry] of names) if (entry.until < Date.now()) names.delete(key);
}, 60_000).unref();

export const handler = async (event: APIGatewayProxyEventV2) => {
  const id = event.pathParameters!.id!;
  const known = names.get(id);
  if (known && known.until > Date.now()) return { statusCode: 200, body: known.value };
  const value = await (await fetch(`https://names.example/${id}`)).text();
  names.set(id, { value, until: Date.now() + 60_000 });
  return { statusCode: 200, body: value };
};
