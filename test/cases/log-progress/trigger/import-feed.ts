import { logger, metadata, task } from '@trigger.dev/sdk/v3';
import { fetchFeed, importItem } from '../lib/feed';

export const importFeed = task({
  id: 'import-feed',
  maxDuration: 600,
  run: async ({ url }: { url: string }) => {
    const items = await fetchFeed(url);
    for (const [index, item] of items.entries()) {
      await importItem(item);
      metadata.set('progress', { done: index + 1, total: items.length });
      logger.info(`imported ${index + 1}/${items.length}`);
    }
    return { items: items.length };
  },
});
