// What stands outside of the function and remembers: card payments, mail, other people's APIs. It is asked over HTTP, counts what it is
// asked, and is where a test freezes or kills an instance: at an effect, not at a hook in the code.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request: `POST payments/charges`. */
export interface Effect {
  /** `payments/charges` */
  readonly service: string;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** With this, a repetition changes nothing. */
  readonly idempotencyKey: string | undefined;
  readonly instance: string;
  /** False for a repetition, and for what was refused. */
  applied: boolean;
}

export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
}

type Moment = 'before' | 'after';
type Service = (effect: Effect) => Reply;
/** `lost` where the request does not get through. */
type Interruption = (effect: Effect) => void | 'lost' | Promise<void | 'lost'>;

/** An effect that waits to be let go. */
export interface Hold {
  readonly reached: Promise<Effect>;
  release(): void;
}

export class World {
  /** All that was asked, in its order. */
  readonly effects: Effect[] = [];
  readonly #services = new Map<string, Service>();
  readonly #interruptions: { service: string; moment: Moment; run: Interruption }[] = [];
  readonly #done = new Set<string>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<World> {
    const world = new World();
    await new Promise<void>((resolve) => world.#server.listen(0, '127.0.0.1', resolve));
    return world;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The address under which an instance reaches a service; the name of the instance is part of it. */
  address(instance: string, service: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${instance}/${service}`;
  }

  /** What a service answers. Without this every request is answered with 200 and nothing. */
  answer(service: string, reply: Service): void {
    this.#services.set(service, reply);
  }

  /** What was asked of a service, repetitions included. */
  asked(service: string): Effect[] {
    return this.effects.filter((effect) => effect.service === service);
  }

  /** What a service has done. */
  done(service: string): Effect[] {
    return this.asked(service).filter(({ applied }) => applied);
  }

  /** Once, when this is asked next: `before` it is done, or `after`, while the caller still waits for the answer. */
  interrupt(moment: Moment, service: string, run: Interruption): void {
    this.#interruptions.push({ service, moment, run });
  }

  /** Ends the instance when it calls the service next: `before` the service hears of it, or `after` it has done its work. */
  killAt(moment: Moment, service: string, instance: { kill(): Promise<void> }): void {
    this.interrupt(moment, service, async () => {
      await instance.kill();
      return 'lost' as const;
    });
  }

  /** Lets the next caller of a service wait. */
  hold(moment: Moment, service: string): Hold {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<Effect>((resolve) => {
      this.interrupt(moment, service, async (effect) => {
        resolve(effect);
        await released;
      });
    });
    return { reached, release };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://world');
    const [, instance, ...service] = url.pathname.split('/');
    const text = await readText(request);
    const effect: Effect = {
      service: service.join('/'),
      method: request.method!,
      query: url.searchParams,
      body: text === '' ? undefined : JSON.parse(text),
      idempotencyKey: request.headers['idempotency-key'] as string | undefined,
      instance: instance!,
      applied: false,
    };
    if ((await this.#interruption('before', effect)) === 'lost') return void response.destroy();
    const { status = 200, body } = this.#apply(effect);
    await this.#interruption('after', effect);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? null));
  }

  #apply(effect: Effect): Reply {
    this.effects.push(effect);
    const { idempotencyKey, service } = effect;
    if (idempotencyKey !== undefined && this.#done.has(`${service} ${idempotencyKey}`)) return {};
    const reply = this.#services.get(service)?.(effect) ?? {};
    effect.applied = (reply.status ?? 200) < 400;
    if (effect.applied && idempotencyKey !== undefined) this.#done.add(`${service} ${idempotencyKey}`);
    return reply;
  }

  async #interruption(moment: Moment, effect: Effect): Promise<void | 'lost'> {
    const index = this.#interruptions.findIndex((entry) => entry.moment === moment && entry.service === effect.service);
    if (index === -1) return;
    const [interruption] = this.#interruptions.splice(index, 1);
    return interruption!.run(effect);
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
