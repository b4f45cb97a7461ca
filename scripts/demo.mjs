// Shows what a review says, on the example services as they were before they were made stateless. That it finds something is the
// point, so findings are no failure here; anything else is.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = path.join('docs', 'examples');
const before = readdirSync(path.join(root, examples), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name === 'before')
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  .sort();

const cli = path.join(root, 'dist', 'src', 'cli', 'main.js');
console.log(`$ npx eslint-plugin-stateless review ${before.join(' ')}\n`);
const { status } = spawnSync(process.execPath, [cli, 'review', ...before], { cwd: root, stdio: 'inherit' });
process.exitCode = status === 1 ? 0 : status || 3;
if (status === 0) console.error('The examples hold hazards, and nothing was found.');
