import { metadata, task } from '@trigger.dev/sdk/v3';
import { renderPage, uploadYearbook } from '../src/yearbooks';

export const renderYearbook = task({
  id: 'render-yearbook',
  retry: { maxAttempts: 2 },
  run: async (payload: { school: string; pages: number }) => {
    let percent = 0;
    metadata.set('status', 'rendering').set('percent', percent);
    const rendered: Uint8Array[] = [];
    for (let page = 1; page <= payload.pages; page += 1) {
      rendered.push(await renderPage(payload.school, page));
      percent = Math.round((page / payload.pages) * 100);
      metadata.set('percent', percent);
    }
    metadata.set('status', 'uploading');
    return uploadYearbook(payload.school, rendered);
  },
});
