import { HeatPumps } from './heat-pumps';

const pumps = new HeatPumps({ timeout: 4000 }); // flag: no-request-leak

export const handler = async (event: { token: string; district: string }) => {
  pumps.setToken(event.token);
  return pumps.list(event.district);
};
