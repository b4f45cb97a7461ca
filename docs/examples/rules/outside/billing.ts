import { ask } from './ask';

export interface Invoice {
  id: string;
  cents: number;
}

export interface Page {
  items: Invoice[];
  nextCursor: string;
}

/** What was issued after the cursor; after the last invoice an empty page with the same cursor. */
export async function fetchInvoices(source: string, cursor: string): Promise<Page> {
  return ask('GET', `${process.env.BILLING_URL}/invoices?source=${source}&after=${cursor}`);
}
