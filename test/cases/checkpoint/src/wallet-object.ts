import { DurableObject } from 'cloudflare:workers';

export class WalletFollower extends DurableObject<{ RPC_URL: string }> {
  private cursor = 0;

  constructor(ctx: DurableObjectState, env: { RPC_URL: string }) {
    super(ctx, env);
    ctx.blockConcurrencyWhile(async () => {
      this.cursor = (await ctx.storage.get<number>('cursor')) ?? 0;
    });
  }

  async alarm(): Promise<void> {
    const response = await fetch(`${this.env.RPC_URL}/transfers?after=${this.cursor}`);
    const transfers = await response.json<{ id: number }[]>();
    for (const transfer of transfers) {
      await this.ctx.storage.put(`transfer:${transfer.id}`, transfer);
      this.cursor = transfer.id;
    }
    await this.ctx.storage.put('cursor', this.cursor);
    await this.ctx.storage.setAlarm(Date.now() + 60_000);
  }
}
