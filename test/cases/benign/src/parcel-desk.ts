import { DurableObject } from 'cloudflare:workers';

export class ParcelDesk extends DurableObject {
  #waiting: { parcel: string; resolve: () => void }[] = [];

  async fetch(request: Request): Promise<Response> {
    const { parcel } = (await request.json()) as { parcel: string };
    await this.#enqueue(parcel);
    return new Response(null, { status: 202 });
  }

  #enqueue(parcel: string): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ parcel, resolve });
      if (this.#waiting.length >= 20) this.#write();
    });
  }

  async #write(): Promise<void> {
    const batch = this.#waiting.splice(0);
    await this.ctx.storage.put(Object.fromEntries(batch.map(({ parcel }) => [parcel, true])));
    for (const { resolve } of batch) resolve();
  }
}
