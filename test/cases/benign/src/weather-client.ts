import { WeatherClient } from './weather';

// One client for the last token: another token makes another client, nothing more.
let client: WeatherClient | null = null;
let tokenOfClient: string | null = null;

export function weatherClient({ token }: { token: string }): WeatherClient {
  const trimmed = token.trim();
  if (!client || tokenOfClient !== trimmed) {
    client = new WeatherClient(trimmed);
    tokenOfClient = trimmed;
  }
  return client;
}
