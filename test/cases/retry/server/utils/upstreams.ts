interface Breaker {
  failures: number;
  openUntil: number;
}

const breakers: Record<string, Breaker> = {}; // flag: no-memory-retry

export async function guarded<T>(host: string, call: () => Promise<T>): Promise<T> {
  const breaker = (breakers[host] ??= { failures: 0, openUntil: 0 });
  if (breaker.openUntil > Date.now()) {
    throw createError({ statusCode: 503, statusMessage: `${host} is resting` });
  }
  try {
    const result = await call();
    breaker.failures = 0;
    return result;
  } catch (error) {
    breaker.failures += 1;
    if (breaker.failures >= 3) breaker.openUntil = Date.now() + 20_000;
    throw error;
  }
}
