import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Direction {
  /** The files that the row speaks of. A file belongs to the first row that fits. */
  readonly files: RegExp;
  /** What they may import of this project. */
  readonly from: RegExp;
  readonly because: string;
}

const directions: readonly Direction[] = [
  {
    files: /^src\/analysis\//,
    from: /^src\/(?:analysis\/.*|settings\.ts)$/,
    because: 'facts know nothing of who asks: the same analysis serves rules, review and whatever comes later',
  },
  {
    files: /^src\/suggestions\//,
    from: /^src\/(?:analysis\/.*|suggestions\/.*|settings\.ts)$/,
    because: 'a rewrite is made of facts, after somebody has reported them: it knows no rule, and no fact waits for it',
  },
  {
    files: /^rules\/no-[\w-]+\.ts$/,
    from: /^(?:src\/(?:analysis\/.*|suggestions\/.*|settings\.ts)|rules\/(?!no-|index\.ts)[\w-]+\.ts)$/,
    because: 'rules read facts and each other never: a rule that needs another rule is a fact missing from the analysis',
  },
  {
    files: /^rules\/index\.ts$/,
    from: /^rules\/no-[\w-]+\.ts$/,
    because: 'the list of rules is nothing but a list',
  },
  {
    files: /^rules\//,
    from: /^(?:src\/analysis\/.*|src\/suggestions\/.*|src\/package-manifest\.ts|rules\/(?!no-|index\.ts)[\w-]+\.ts)$/,
    because: 'what rules share knows none of them',
  },
  {
    files: /^src\/review\//,
    from: /^src\/(?:review\/.*|index\.ts|package-manifest\.ts|analysis\/inventory\/index\.ts)$/,
    because:
      'a review reads what the plugin says of itself, what ESLint reports and the types of an inventory, and so never depends on how a rule works inside',
  },
  {
    files: /^src\/cli\//,
    from: /^src\/(?:cli\/.*|review\/.*|index\.ts|nearest-name\.ts|package-manifest\.ts)$/,
    because: 'the command line parses arguments and prints; what it prints is made in the review',
  },
  {
    files: /^src\/settings\.ts$/,
    from: /^src\/nearest-name\.ts$/,
    because: 'settings are read by every layer, and so may need none',
  },
  {
    files: /^src\/[\w-]+\.ts$/,
    from: /^(?:src\/[\w-]+\.ts|src\/analysis\/inventory\/index\.ts|rules\/index\.ts)$/,
    because:
      'the plugin puts rules and configs together, and hands the review the inventory of its own analysis; it must not need the command line',
  },
];

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
);

describe('import directions', () => {
  it.each(files)('%s', (file) => {
    const direction = directions.find((row) => row.files.test(file));
    expect(direction, 'belongs to a layer').toBeDefined();
    const forbidden = findLocalImports(file).filter((imported) => !direction?.from.test(imported));
    expect(forbidden, direction?.because).toEqual([]);
  });
});

/** The passes of the analysis, first to last. A folder is one pass: its files may load each other. */
const passes: readonly RegExp[] = [
  /^(ast|effect-words|external-stores|setters|vocabulary)\.ts$|^platforms\//,
  /^first-look\//,
  /^source-index\.ts$/,
  /^(imports|library-exports|production|values)\.ts$/,
  /^handlers(\.ts$|\/)/,
  /^reachability\.ts$/,
  /^(origins|effects|store-clients|surroundings|server-evidence)\.ts$/,
  /^uses\.ts$/,
  /^cells\//,
  /^(guards\.ts|concerns\/)/,
  /^index\.ts$/,
  /^(files|stores|timers)\//,
  /^logs\//,
  /^inventory\//,
];

describe('a pass of the analysis loads only what comes before it', () => {
  it.each(files.filter((file) => file.startsWith('src/analysis/')))('%s', (file) => {
    const own = passOf(file);
    expect(own, 'belongs to a pass').toBeGreaterThanOrEqual(0);
    // Types may come from later passes: each pass is given the facts so far under the name of the whole.
    const later = findLocalImports(file, { types: false }).filter(
      (imported) => imported.startsWith('src/analysis/') && passOf(imported) > own,
    );
    expect(later, 'facts first, inference second: a pass that needs a later one would ask in a circle').toEqual([]);
  });
});

function passOf(file: string): number {
  const name = file.slice('src/analysis/'.length);
  return passes.findIndex((pass) => pass.test(name));
}

/** Relative imports, also of types and by `import()`, as paths of source files from the root. */
function findLocalImports(file: string, { types } = { types: true }): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const text = types ? source : source.replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  const imports = text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'(\.[^']+)'/g);
  return Array.from(imports, ([, specifier = '']) => path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts'));
}
