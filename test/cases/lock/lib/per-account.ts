const tails = new Map<string, Promise<unknown>>(); // flag: no-memory-lock

export function perAccount<T>(account: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(account) ?? Promise.resolve();
  const result = before.then(() => work());
  const settled = result.catch(() => undefined);
  tails.set(account, settled);
  return result.finally(() => {
    if (tails.get(account) === settled) tails.delete(account);
  });
}
