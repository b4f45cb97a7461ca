import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  /** Below the folder of its collection: what lies above would make every case a test file. */
  readonly name: string;
  readonly text: string;
}

const ROOTS = ['../cases', '../../docs/examples'];

/** The project's own cases and examples: believable services, with and without hazards. */
export function readMaterial(): readonly SourceFile[] {
  return ROOTS.flatMap((root) => {
    const folder = fileURLToPath(new URL(root, import.meta.url));
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/node_modules|\.d\.[cm]?ts$|cases\.test/.test(path))
      .sort()
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile())
      .map((path) => ({ name: `src/${relative(folder, path).replaceAll('\\', '/').split('/').slice(1).join('/')}`, text: readFileSync(path, 'utf8') }));
  });
}
