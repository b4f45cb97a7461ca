import { onSchedule } from 'firebase-functions/v2/scheduler';
import { tides } from './tides';
import { storeTide } from './store';

export const collect = onSchedule('every 5 minutes', async () => {
  await new Promise<void>((resolve) => {
    const stopListening = tides.limit(10).onSnapshot(async (tide: unknown) => {
      await storeTide(tide);
    });
    const stop = () => {
      stopListening();
      resolve();
    };
    tides.onQuiet(stop);
  });
});
