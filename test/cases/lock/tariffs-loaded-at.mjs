import { app } from '@azure/functions';
import { loadTariffs } from './tariffs.mjs';
let tariffs;
let loadedAt = null;
app.http('tariffs', {
  handler: async () => {
    if (loadedAt === null || Date.now() - loadedAt.getTime() > 60000) {
      tariffs = await loadTariffs();
      loadedAt = new Date();
    }
    return { jsonBody: tariffs };
  },
});
