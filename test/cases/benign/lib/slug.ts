const known = new Map<string, string>();

function memoize(compute: (text: string) => string): (text: string) => string {
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit;
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}

export const slug = memoize((text) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-'),
);
