const telegrams = new Set<string>(['test-message']);

export const exceptKnown = (work: (event: { id: string }) => Promise<void>) => async (event: { id: string }) => {
  if (telegrams.has(event.id)) return;
  await work(event);
};
