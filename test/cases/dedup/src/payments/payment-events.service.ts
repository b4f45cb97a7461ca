import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SettlementService } from './settlement.service';

const HANDLED_TYPES = new Set(['payment.settled', 'payment.reversed']);

@Injectable()
export class PaymentEventsService {
  constructor(
    private readonly source: DataSource,
    private readonly settlement: SettlementService,
  ) {}

  async accept(event: { id: string; type: string; paymentId: string }): Promise<'handled' | 'skipped'> {
    if (!HANDLED_TYPES.has(event.type)) return 'skipped';
    return this.source.transaction(async (manager) => {
      const result = await manager.query('INSERT INTO handled (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id', [event.id]);
      if (result.length === 0) return 'skipped';
      await this.settlement.apply(manager, event.paymentId);
      return 'handled';
    });
  }
}
