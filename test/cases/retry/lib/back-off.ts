interface Pause {
  delay: number;
  until: number;
}

const pauses = new Map<string, Pause>(); // flag: no-memory-retry

export async function callUpstream(upstream: string, path: string): Promise<Response> {
  const pause = pauses.get(upstream);
  if (pause && Date.now() < pause.until) {
    throw new Error(`${upstream} is not called for ${pause.until - Date.now()} ms`);
  }
  const response = await fetch(`https://${upstream}${path}`);
  if (response.status >= 500) {
    const delay = Math.min((pause?.delay ?? 500) * 2, 60_000);
    pauses.set(upstream, { delay, until: Date.now() + delay });
  } else {
    pauses.delete(upstream);
  }
  return response;
}
