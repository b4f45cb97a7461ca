import { Pool } from 'pg';
import { postInvoice } from './bookkeeping';

// Made once by the application and handed to its controllers: a lock that began anew with each call would keep nobody out.
export class InvoiceOutbox {
  private readonly inPosting = new Set<string>(); // flag: no-memory-lock
  private readonly alreadyPosted = new Set<string>(); // flag: no-memory-dedup

  constructor(private readonly pool: Pool) {}

  async post(invoice: { id: string; total: number }): Promise<{ skipped: boolean }> {
    if (this.inPosting.has(invoice.id)) return { skipped: true };
    if (this.alreadyPosted.has(invoice.id)) return { skipped: true };
    this.inPosting.add(invoice.id);
    try {
      await postInvoice(this.pool, invoice);
      this.alreadyPosted.add(invoice.id);
    } finally {
      this.inPosting.delete(invoice.id);
    }
    return { skipped: false };
  }
}
