import { bucket } from './bucket';
import { disk } from './disk';

let backend: 'bucket' | 'disk' = 'bucket'; // flag: no-module-state

export async function putDocument(name: string, body: Uint8Array): Promise<void> {
  if (backend === 'bucket') {
    try {
      await bucket.put(name, body);
      return;
    } catch {
      backend = 'disk';
    }
  }
  await disk.put(name, body);
}

export async function getDocument(name: string): Promise<Uint8Array> {
  return backend === 'bucket' ? bucket.get(name) : disk.get(name);
}
