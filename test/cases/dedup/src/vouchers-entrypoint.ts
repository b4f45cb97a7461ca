import { WorkerEntrypoint } from 'cloudflare:workers';

interface Env {
  DB: D1Database;
}

const redeemed = new Set<string>(); // flag: no-memory-dedup

export default class Vouchers extends WorkerEntrypoint<Env> {
  async redeem(redemptionId: string, voucher: string): Promise<boolean> {
    if (redeemed.has(redemptionId)) return false;
    redeemed.add(redemptionId);
    await this.env.DB.prepare('UPDATE vouchers SET value = value - 10 WHERE code = ?').bind(voucher).run();
    return true;
  }

  async fetch(request: Request): Promise<Response> {
    const { redemptionId, voucher } = await request.json<{ redemptionId: string; voucher: string }>();
    const done = await this.redeem(redemptionId, voucher);
    return new Response(null, { status: done ? 204 : 409 });
  }
}
