// Who comes second with the same edition is given the promise of the first: the edition only says whose promise it is.
import { bucket } from './bucket';

let writing: Promise<string> | null = null;
let edition: string | null = null;

export async function publishCatalogue(next: string, pages: string[]): Promise<string> {
  if (writing && edition === next) return writing;
  edition = next;
  writing = (async () => {
    await bucket.put(`catalogue/${next}.json`, JSON.stringify(pages));
    return next;
  })();
  try {
    return await writing;
  } finally {
    if (edition === next) {
      writing = null;
      edition = null;
    }
  }
}
