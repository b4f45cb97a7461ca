import { ENDPOINT } from './settings';

class TideClient {
  #harbours: Promise<unknown> | undefined;

  async #ask(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${ENDPOINT}${path}`, init);
    if (!response.ok) throw new Error(path);
    return response.json();
  }

  predict(request: { harbour: string }): Promise<unknown> {
    return this.#ask('/predict', { method: 'POST', body: JSON.stringify(request) });
  }

  harbours(): Promise<unknown> {
    if (!this.#harbours) {
      this.#harbours = this.#ask('/harbours', { method: 'GET' });
      this.#harbours.catch(() => {
        this.#harbours = undefined;
      });
    }
    return this.#harbours;
  }
}

export const tides = new TideClient();
