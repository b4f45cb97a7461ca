import { app, type InvocationContext, type Timer } from '@azure/functions';
import { downloadPriceList, writePrices } from '../prices';

const suppliers = {
  url: process.env.SUPPLIER_URL!,
  import: {
    running: false, // flag: no-memory-lock
  },
};

export async function nightlyPrices(_timer: Timer, context: InvocationContext): Promise<void> {
  if (suppliers.import.running) {
    context.warn('the previous import has not ended');
    return;
  }
  suppliers.import.running = true;
  try {
    await writePrices(await downloadPriceList(suppliers.url));
  } finally {
    suppliers.import.running = false;
  }
}

app.timer('nightlyPrices', { schedule: '0 30 1 * * *', handler: nightlyPrices });
