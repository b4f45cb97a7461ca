/** Asks a service of somebody else, and throws where it refuses. A key makes the repetition of a request harmless. */
export async function ask<Reply>(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown, idempotencyKey?: string): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(idempotencyKey && { 'idempotency-key': idempotencyKey }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}`);
  return (await response.json()) as Reply;
}
