import { DurableObject } from 'cloudflare:workers';

interface Env {
  NOTIFY_URL: string;
}

export class AuctionRoom extends DurableObject<Env> {
  async bid(bidder: string, amount: number): Promise<boolean> {
    const highest = (await this.ctx.storage.get<number>('amount')) ?? 0;
    if (amount <= highest) {
      return false;
    }
    await this.ctx.storage.put({ amount, bidder });
    await this.ctx.storage.setAlarm(Date.now() + 10 * 60_000);
    return true;
  }

  async alarm(): Promise<void> {
    const bidder = await this.ctx.storage.get<string>('bidder');
    await fetch(this.env.NOTIFY_URL, { method: 'POST', body: JSON.stringify({ winner: bidder }) });
  }
}
