// What an exported function returns is called elsewhere, for each event.
const telegrams = new Set<string>(); // flag: no-memory-dedup

export const oncePerTelegram = (work: (event: { id: string }) => Promise<void>) => async (event: { id: string }) => {
  if (telegrams.has(event.id)) return;
  telegrams.add(event.id);
  await work(event);
};
