const sailed = new Set<string>(); // flag: no-memory-dedup

function hasSailed(sailing: string): boolean {
  if (sailed.has(sailing)) return true;
  sailed.add(sailing);
  return false;
}

export async function announce(sailing: string, send: (text: string) => Promise<void>): Promise<void> {
  if (hasSailed(sailing)) return;
  await send(`${sailing} has sailed`);
}
