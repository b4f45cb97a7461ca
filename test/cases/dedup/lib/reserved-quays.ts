const reservedQuays = new Set<string>(); // flag: no-memory-dedup

export async function reserveQuay(token: string, quay: string): Promise<void> {
  if (reservedQuays.has(quay)) return;
  const response = await fetch(`https://quays.example.com/${quay}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`no quay ${quay}: ${await response.text()}`);
  reservedQuays.add(quay);
}
