import type { ScheduledEvent } from 'aws-lambda';
import { customers, sendCampaign } from './marketing';

export const handler = async (event: ScheduledEvent) => {
  const all = await customers();
  for (let i = 0; i < all.length; i++) {
    await sendCampaign(all[i]);
    const percent = Math.round(((i + 1) / all.length) * 100);
    console.log(`${percent}% sent`); // flag: no-log-progress
  }
};
