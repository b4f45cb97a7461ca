// What is remembered is the answer of somebody who can be asked again.
const knownQuays = new Set<string>();

export async function assertQuay(token: string, quay: string): Promise<void> {
  if (knownQuays.has(quay)) return;
  const response = await fetch(`https://quays.example.com/${quay}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`no quay ${quay}: ${await response.text()}`);
  knownQuays.add(quay);
}
