interface Env {
  STREAM_URL: string;
  DB: D1Database;
}

interface Batch {
  rows: { id: string; body: string }[];
  last: string;
}

const positions: { [region: string]: { [shard: string]: string } } = {}; // flag: no-memory-checkpoint

async function copy(env: Env, region: string, shard: string): Promise<void> {
  const from = positions[region]?.[shard] ?? '0';
  const response = await fetch(`${env.STREAM_URL}/${region}/${shard}?from=${from}`);
  const { rows, last } = await response.json<Batch>();
  await env.DB.batch(rows.map((row) => env.DB.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?)').bind(row.id, row.body)));
  positions[region] ??= {};
  positions[region][shard] = last;
}

export default {
  async scheduled(_controller, env) {
    await Promise.all(['eu', 'us'].flatMap((region) => ['a', 'b'].map((shard) => copy(env, region, shard))));
  },
} satisfies ExportedHandler<Env>;
