import { Injectable } from '@nestjs/common';
import { Redis } from '@telegraf/session/redis';
import { session } from 'telegraf';
import type { OrderContext, OrderSession } from './order-context';

@Injectable()
export class OrderSessionService {
  private readonly kept = Redis<OrderSession>({ url: process.env.REDIS_URL! });

  middleware() {
    return session<OrderSession, OrderContext>({
      defaultSession: () => ({ lines: [] }),
      store: this.kept,
    });
  }
}
