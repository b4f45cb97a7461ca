import { queue, task } from '@trigger.dev/sdk/v3';
import { renderCatalogue, uploadCatalogue } from '../src/catalogue';

const lock = queue({ name: 'catalogue-exports', concurrencyLimit: 1 });

export const exportCatalogue = task({
  id: 'export-catalogue',
  queue: lock,
  run: async (payload: { season: string }) => {
    let running = true;
    const pages: Uint8Array[] = [];
    for (let page = 1; running; page += 1) {
      const rendered = await renderCatalogue(payload.season, page);
      if (rendered) pages.push(rendered);
      else running = false;
    }
    return { url: await uploadCatalogue(payload.season, pages) };
  },
});
