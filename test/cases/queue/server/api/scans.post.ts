import { saveScans, type Scan } from '../utils/scans';

const SIZE = 50;
const collected = new Map<string, Scan>(); // flag: no-memory-queue

async function hand(over: Map<string, Scan>): Promise<void> {
  await saveScans(Array.from(over.values()));
  over.clear();
}

export default defineEventHandler(async (event) => {
  const scan = await readBody<Scan>(event);
  collected.set(scan.barcode, scan);
  if (collected.size === SIZE) {
    await hand(collected);
  }
  setResponseStatus(event, 202);
  return { accepted: true };
});
