import { getVersion, type Document } from './documents';

const deprecated = ['v1', 'v2'];
const warned: Record<string, true> = {};

function warnOnce(version: string): void {
  if (warned[version]) return;
  warned[version] = true;
  console.warn(`documents of version ${version} will not be read next year`);
}

export async function readDocument(document: Document): Promise<string> {
  const version = getVersion(document);
  if (deprecated.includes(version)) warnOnce(version);
  const response = await fetch(`${process.env.READER_URL}/${version}`, { method: 'POST', body: document.bytes });
  return response.text();
}
