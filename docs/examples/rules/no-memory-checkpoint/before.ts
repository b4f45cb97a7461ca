import { storeInvoices } from '../outside/archive';
import { fetchInvoices } from '../outside/billing';

let cursor = '';

export const handler = async (event: { source: string }): Promise<void> => {
  const page = await fetchInvoices(event.source, cursor);
  await storeInvoices(event.source, page.items);
  cursor = page.nextCursor;
};
