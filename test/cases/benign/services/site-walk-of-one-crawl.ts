import { Pool } from 'pg';
import { readPage } from './pages';

// One walk, one object: it turns nobody away who works at the same time.
export class SiteWalk {
  private readonly walked = new Set<string>();
  private readonly waiting: string[] = [];

  constructor(private readonly pool: Pool) {}

  async walk(start: string): Promise<number> {
    this.waiting.push(start);
    while (this.waiting.length > 0) {
      const url = this.waiting.shift()!;
      if (this.walked.has(url)) continue;
      this.walked.add(url);
      const { links } = await readPage(this.pool, url);
      this.waiting.push(...links);
    }
    return this.walked.size;
  }
}
