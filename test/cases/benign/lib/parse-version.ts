const parsed = new Map<string, { major: number; minor: number }>();

export function parseVersion(text: string): { major: number; minor: number } {
  const hit = parsed.get(text);
  if (hit) return hit;
  const [major = 0, minor = 0] = text.split('.').map(Number);
  const version = { major, minor };
  parsed.set(text, version);
  return version;
}
