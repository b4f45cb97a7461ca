import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { BrokerService } from '../broker/broker.service';
import { OutboxEntry } from './outbox-entry.entity';

@Injectable()
export class OutboxPublisher implements OnModuleInit {
  constructor(
    @InjectRepository(OutboxEntry) private readonly entries: Repository<OutboxEntry>,
    private readonly broker: BrokerService,
  ) {}

  onModuleInit(): void {
    setInterval(() => this.publishPending(), 5_000); // flag: no-memory-timer
  }

  async publishPending(): Promise<void> {
    for (const entry of await this.entries.findBy({ publishedAt: IsNull() })) {
      await this.broker.publish(entry.topic, entry.payload);
      await this.entries.update(entry.id, { publishedAt: new Date() });
    }
  }
}
