import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';

interface Env {
  VISITS: DurableObjectNamespace<Visits>;
}

export class Visits extends DurableObject<Env> {
  #count = 0;
  #recent: string[] = [];

  async visit(path: string): Promise<number> {
    this.#recent.push(path);
    if (this.#recent.length > 10) this.#recent.shift();
    this.#count = ((await this.ctx.storage.get<number>('count')) ?? this.#count) + 1;
    await this.ctx.storage.put('count', this.#count);
    return this.#count;
  }
}

export default class extends WorkerEntrypoint<Env> {
  async fetch(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    const visits = this.env.VISITS.get(this.env.VISITS.idFromName(host));
    return Response.json({ visits: await visits.visit(pathname) });
  }
}
