import { fetchTariff, type Tariff } from './grid';

class Tariffs {
  readonly #requests = new Map<string, Promise<Tariff>>();

  async of(zone: string): Promise<Tariff> {
    const shared = this.#requests.get(zone);
    if (shared) return shared;
    const request = fetchTariff(zone);
    this.#requests.set(zone, request);
    try {
      return await request;
    } finally {
      this.#requests.delete(zone);
    }
  }
}

export const tariffs = new Tariffs();
