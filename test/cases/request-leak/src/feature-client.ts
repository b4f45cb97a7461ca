import { FlagClient } from './flag-client';

interface Env {
  FLAGS_URL: string;
  FLAGS_TOKEN: string;
}

let flags: FlagClient | undefined;

function flagsFrom(env: Env): FlagClient {
  if (!flags) {
    flags = new FlagClient(env.FLAGS_URL);
    flags.setToken(env.FLAGS_TOKEN);
  }
  return flags;
}

export default {
  async fetch(request, env) {
    const visitor = request.headers.get('x-visitor') ?? 'anonymous';
    const enabled = await flagsFrom(env).isEnabled('new-checkout', { visitor });
    return Response.json({ enabled });
  },
} satisfies ExportedHandler<Env>;
