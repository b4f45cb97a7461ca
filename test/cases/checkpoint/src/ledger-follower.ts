interface Env {
  RPC_URL: string;
  DB: D1Database;
}

const position = {
  block: 19_000_000, // flag: no-memory-checkpoint
  step: 500,
};

async function transfers(env: Env, fromBlock: number, toBlock: number) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getLogs', params: [{ fromBlock, toBlock }] });
  const response = await fetch(env.RPC_URL, { method: 'POST', body });
  return ((await response.json()) as { result: { transactionHash: string; data: string }[] }).result;
}

export default {
  async scheduled(_controller: ScheduledController, env: Env): Promise<void> {
    const toBlock = position.block + position.step;
    for (const { transactionHash, data } of await transfers(env, position.block, toBlock)) {
      const insert = env.DB.prepare('INSERT OR IGNORE INTO transfers (hash, data) VALUES (?, ?)');
      await insert.bind(transactionHash, data).run();
    }
    position.block = toBlock;
  },
} satisfies ExportedHandler<Env>;
