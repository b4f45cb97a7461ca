import { Injectable } from '@nestjs/common';
import { askCalendar, type Span } from './calendar';

@Injectable()
export class BusyTimes {
  private last: { key: string; spans: Span[]; until: number } | null = null;

  async between(from: string, to: string): Promise<Span[]> {
    const key = `${from}/${to}`;
    if (this.last && this.last.key === key && Date.now() < this.last.until) {
      return this.last.spans;
    }
    const answers = await Promise.all(['work', 'home'].map((name) => askCalendar(name, from, to)));
    const spans: Span[] = [];
    for (const answer of answers) spans.push(...answer);
    this.last = { key, spans, until: Date.now() + 60_000 };
    return spans;
  }
}
