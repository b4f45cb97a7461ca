const ORDER = ['address', 'drawings', 'fee', 'submitted'];
const permits = new Map<string, string>(); // flag: no-memory-progress

export const stepOf = (id: string): string => permits.get(id) ?? ORDER[0]!;

export function advance(id: string): string {
  const next = ORDER[ORDER.indexOf(stepOf(id)) + 1] ?? 'submitted';
  permits.set(id, next);
  return next;
}
