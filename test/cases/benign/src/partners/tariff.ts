import { fetchTariff } from './tariffs';

let tariff: { fee: number } | undefined;

export async function tariffFor(region: string): Promise<{ fee: number }> {
  if (!tariff) {
    tariff = await fetchTariff(process.env.TARIFF ?? 'standard');
  }
  return { fee: region === 'north' ? tariff.fee * 2 : tariff.fee };
}
