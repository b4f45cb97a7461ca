/**
 * Which of the known names did somebody mean who wrote an unknown one? The nearest by edit distance, with those as near but for
 * one edit, and only where that is near enough to be a slip of the pen: a wrong guess misleads more than none.
 */
export function findNearestNames(written: string, known: readonly string[], limit = 3): string[] {
  const most = Math.max(2, Math.floor(written.length / 2));
  const ranked = known
    .map((name) => ({ name, distance: isPartOf(written, name) ? 1 : editDistance(written, name) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return ranked
    .filter(({ distance }) => distance <= (ranked[0]?.distance ?? 0) + 1)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** `dedup` means `no-memory-dedup`, far as the two are by edits. */
function isPartOf(written: string, name: string): boolean {
  return written.length >= 3 && name.includes(written);
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const substituted = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const inserted = (current[column - 1] ?? 0) + 1;
      const deleted = (previous[column] ?? 0) + 1;
      current.push(Math.min(substituted, inserted, deleted));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
