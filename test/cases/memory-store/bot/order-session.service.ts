import { Injectable } from '@nestjs/common';
import { session } from 'telegraf';
import type { OrderContext, OrderSession } from './order-context';

@Injectable()
export class OrderSessionService {
  private readonly kept = new Map<string, OrderSession>();

  middleware() {
    return session<OrderSession, OrderContext>({ // flag: no-memory-store
      defaultSession: () => ({ lines: [] }),
      store: this.kept,
    });
  }
}
