import { cloudEvent } from '@google-cloud/functions-framework';
import { Storage } from '@google-cloud/storage';
import { importCatalogue } from './catalogue';

interface CatalogueEvent {
  catalogueId: string;
  url: string;
}

const markers = new Storage().bucket('import-markers');

cloudEvent<CatalogueEvent>('importCatalogue', async ({ data }) => {
  const { catalogueId, url } = data!;
  const marker = markers.file(`tmp/imported-${catalogueId}`);
  const [exists] = await marker.exists();
  if (exists) {
    return;
  }
  await importCatalogue(catalogueId, url);
  await marker.save(new Date().toISOString(), { preconditionOpts: { ifGenerationMatch: 0 } });
});
