// Puts beside the compiled files of `dist` what they read at run time: the style and the script of the page of a report.
import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join('src', 'review', 'html');

for (const name of readdirSync(path.join(root, folder))) {
  if (!name.endsWith('.ts')) copyFileSync(path.join(root, folder, name), path.join(root, 'dist', folder, name));
}
