import { Catalogue } from './catalogue-client';

let catalogue: Catalogue | undefined;
let opening: Promise<Catalogue> | undefined;

async function open(): Promise<Catalogue> {
  const created = new Catalogue(process.env.CATALOGUE_URL!);
  await created.login(process.env.CATALOGUE_KEY!);
  return created;
}

export async function useCatalogue(): Promise<Catalogue> {
  if (catalogue) return catalogue;
  opening ??= open();
  try {
    catalogue = await opening;
    return catalogue;
  } finally {
    opening = undefined;
  }
}
