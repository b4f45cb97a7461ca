import { createPublicClient, erc20Abi, http } from 'viem';
import { mainnet } from 'viem/chains';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const client = createPublicClient({ chain: mainnet, transport: http(process.env.RPC_URL) });
const decimals = new Map<string, number>();

async function decimalsOf(address: `0x${string}`): Promise<number> {
  const known = decimals.get(address);
  if (known !== undefined) return known;
  const value = await client.readContract({ address, abi: erc20Abi, functionName: 'decimals' });
  decimals.set(address, value);
  return value;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { token, amount } = JSON.parse(event.body ?? '{}');
  const units = BigInt(amount) * 10n ** BigInt(await decimalsOf(token));
  return { statusCode: 200, body: JSON.stringify({ units: units.toString() }) };
};
