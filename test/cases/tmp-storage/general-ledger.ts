import { app, type InvocationContext, type Timer } from '@azure/functions';
import { ContainerClient } from '@azure/storage-blob';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ledgerLines } from './ledger';

const container = new ContainerClient(process.env.LEDGERS_URL!);
const FILE = '/tmp/ledger.csv';

export async function generalLedger(_timer: Timer, context: InvocationContext): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  await pipeline(ledgerLines(day), createWriteStream(FILE));
  const blob = container.getBlockBlobClient(`${day}/ledger.csv`);
  await blob.uploadFile(FILE, { blobHTTPHeaders: { blobContentType: 'text/csv' } });
  context.log(`ledger of ${day} stored`);
}

app.timer('generalLedger', { schedule: '0 0 2 * * *', handler: generalLedger });
