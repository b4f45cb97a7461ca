import { connectTides, type TideClient } from './tides';

// Kept on the global object through reloads; the flag is raised once.
const shared = globalThis as unknown as { tidesReady?: boolean; tides?: TideClient };

export function tideClient(): TideClient | undefined {
  if (!shared.tidesReady) {
    shared.tidesReady = true;
    shared.tides = connectTides(process.env.TIDES_URL!);
  }
  return shared.tides;
}
