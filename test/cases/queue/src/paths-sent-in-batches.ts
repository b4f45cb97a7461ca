interface Env {
  INDEX_URL: string;
}

const changed = new Map<string, { path: string; by: string }>(); // flag: no-memory-queue

async function reindex(env: Env, paths: string[]): Promise<boolean> {
  const response = await fetch(env.INDEX_URL, { method: 'POST', body: JSON.stringify({ paths }) });
  return response.ok;
}

export default {
  async fetch(request: Request) {
    for (const change of await request.json<{ path: string; by: string }[]>()) changed.set(change.path, change);
    return new Response(null, { status: 202 });
  },
  async scheduled(_event: ScheduledEvent, env: Env) {
    const paths = Array.from(changed.keys()).slice(0, 50);
    if (paths.length > 0 && (await reindex(env, paths))) {
      for (const path of paths) changed.delete(path);
    }
  },
} satisfies ExportedHandler<Env>;
