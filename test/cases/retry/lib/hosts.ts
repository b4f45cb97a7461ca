interface HostState {
  failures: number;
  openUntil: number;
}

const hosts = new Map<string, HostState>(); // flag: no-memory-retry

function stateOf(host: string): HostState {
  const known = hosts.get(host);
  if (known) return known;
  const fresh = { failures: 0, openUntil: 0 };
  hosts.set(host, fresh);
  return fresh;
}

export async function fetchGuarded(url: string, init?: RequestInit): Promise<Response> {
  const state = stateOf(new URL(url).host);
  if (state.openUntil > Date.now()) throw new Error(`${url} is resting`);
  try {
    const response = await fetch(url, init);
    if (response.status >= 500) throw new Error(`status ${response.status}`);
    state.failures = 0;
    return response;
  } catch (error) {
    if (++state.failures >= 5) state.openUntil = Date.now() + 30_000;
    throw error;
  }
}
