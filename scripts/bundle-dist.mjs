// Makes one file of the plugin, since whoever configures ESLint waits for it: a hundred small modules take three times as long to
// load. Then removes from `dist` what is not needed any more, what is now inside, and what has no source. The compiler has run
// before, so that `dist` is never empty while somebody reads it.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { rolldown } from 'rolldown';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const plugin = path.join(dist, 'src/index.js');

const bundle = await rolldown({ input: plugin, platform: 'node', external: /^node:/ });
await bundle.write({ file: plugin, format: 'esm' });
await bundle.close();

const needed = new Set();
for (const entry of [plugin, path.join(dist, 'src/cli/main.js'), path.join(dist, 'src/index.d.ts')]) collectImports(entry);
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && !needed.has(file)) rmSync(file);
}
for (const folder of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort().reverse()) {
  const entry = path.join(dist, folder);
  if (existsSync(entry) && isEmptyFolder(entry)) rmSync(entry, { recursive: true });
}

function isEmptyFolder(entry) {
  try {
    return readdirSync(entry).length === 0;
  } catch {
    return false;
  }
}

/** Follows relative imports, static and by `import()`: of code to code, of types to types. */
function collectImports(file) {
  if (needed.has(file)) return;
  needed.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:^(?:import|export)\b[^;'"]*?\bfrom |^import |\bimport\()['"](\.[^'"]+)['"]/gm);
  for (const [, specifier] of imports) {
    const imported = path.resolve(path.dirname(file), specifier);
    collectImports(file.endsWith('.d.ts') ? imported.replace(/\.js$/, '.d.ts') : imported);
  }
}
