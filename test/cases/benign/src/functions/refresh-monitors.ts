import { reload } from './monitors';

const loaded = new Map<string, number>();

export const handler = async (event: { monitor: string }) => {
  const at = loaded.get(event.monitor);
  if (at !== undefined && Date.now() - at < 3_600_000) return;
  loaded.set(event.monitor, Date.now());
  await reload(event.monitor);
};
