const valid = new Set<string>();
const invalid = new Set<string>();

export function isZone(zone: string): boolean {
  if (valid.has(zone)) return true;
  if (invalid.has(zone)) return false;
  try {
    Intl.DateTimeFormat(undefined, { timeZone: zone });
    valid.add(zone);
    return true;
  } catch {
    invalid.add(zone);
    return false;
  }
}
