import { EventEmitter, once } from 'node:events';
import type { EventBridgeEvent } from 'aws-lambda';
import { connectFeed } from './feed';
import { saveQuote } from './quotes';

export const handler = async (event: EventBridgeEvent<'QuoteWanted', { symbol: string }>): Promise<void> => {
  const quotes = new EventEmitter();
  const feed = await connectFeed(event.detail.symbol, (quote) => quotes.emit('quote', quote));
  try {
    const [quote] = await once(quotes, 'quote', { signal: AbortSignal.timeout(5_000) });
    await saveQuote(event.detail.symbol, quote);
  } finally {
    await feed.close();
  }
};
