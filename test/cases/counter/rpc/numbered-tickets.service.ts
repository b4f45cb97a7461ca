import { Injectable } from '@nestjs/common';
import { TicketsRepository } from './tickets.repository';

@Injectable()
export class NumberedTicketsService {
  private next = 0; // flag: no-memory-counter

  constructor(private readonly tickets: TicketsRepository) {}

  async issue(guest: string): Promise<number> {
    if (this.next >= 999) this.next = 0;
    this.next++;
    await this.tickets.insert({ number: this.next, guest });
    return this.next;
  }
}
