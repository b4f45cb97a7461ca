import { DurableObject } from 'cloudflare:workers';

interface Env {
  SEATS: DurableObjectNamespace<Seat>;
}

const HOLD_MS = 15 * 60_000;

/** One object for each seat. The runtime stores the alarm, and wakes the object up wherever it then lives. */
export class Seat extends DurableObject<Env> {
  async hold(): Promise<boolean> {
    if ((await this.ctx.storage.get('state')) === 'held') return false;
    await this.ctx.storage.put('state', 'held');
    await this.ctx.storage.setAlarm(Date.now() + HOLD_MS);
    return true;
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.delete('state');
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { seat } = await request.json<{ seat: string }>();
    const held = await env.SEATS.getByName(seat).hold();
    return Response.json({ seat }, { status: held ? 201 : 409 });
  },
} satisfies ExportedHandler<Env>;
