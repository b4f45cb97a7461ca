import { createPublicClient, http } from 'viem';
import { saveTransfers } from './transfers.mjs';

const chain = createPublicClient({ transport: http(process.env.RPC_URL) });

export const handler = async () => {
  const toBlock = await chain.getBlockNumber();
  const fromBlock = globalThis.__nextBlock ?? 0n;
  const logs = await chain.getLogs({ address: process.env.TOKEN, fromBlock, toBlock });
  await saveTransfers(logs);
  globalThis.__nextBlock = toBlock + 1n; // flag: no-memory-checkpoint
  return { saved: logs.length };
};
