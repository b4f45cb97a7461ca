// Removes from `dist` what has no source any more: a file that was renamed must not live on in the package. Done after the
// compiler has run, so that `dist` is never empty while somebody reads it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const compiled = path.join(entry.parentPath, entry.name);
  const source = path.join(root, path.relative(dist, compiled)).replace(/(?:\.d\.ts|\.js)$/, '.ts');
  if (!existsSync(source)) rmSync(compiled);
}
