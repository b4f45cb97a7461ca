import { renameSync, writeFileSync, readdirSync, readFileSync } from 'node:fs';
import { deliver } from './carrier';

export async function enqueueParcel(parcel: { id: string }) {
  writeFileSync(`/tmp/outgoing/${parcel.id}.part`, JSON.stringify(parcel)); // flag: no-tmp-storage
  renameSync(`/tmp/outgoing/${parcel.id}.part`, `/tmp/outgoing/${parcel.id}.json`);
}
export async function deliverParcels() {
  for (const name of readdirSync('/tmp/outgoing')) {
    if (name.endsWith('.json')) await deliver(JSON.parse(readFileSync(`/tmp/outgoing/${name}`, 'utf8')));
  }
}
