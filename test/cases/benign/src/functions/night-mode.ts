import { HeatPumps } from './heat-pumps';

const pumps = new HeatPumps({ timeout: 4000 });

export const handler = async (event: { district: string; on: boolean }) => {
  for (const pump of await pumps.list(event.district)) await pumps.setMode(pump.id, event.on);
};
