import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  /** Below the folder of its collection: what lies above would make every case a test file. */
  readonly name: string;
  readonly text: string;
}

const ROOTS = ['../cases', '../../docs/examples'];
/** Libraries that keep state for services, written by others: classes, callbacks and CommonJS of every age. */
const LIBRARIES = ['../../node_modules/rate-limiter-flexible/lib', '../../node_modules/dynalite/db', '../../node_modules/dynalite/actions'];
/** Long files take the time of many short ones and show the same. */
const LONGEST = 30_000;

/** The project's own cases and examples, with and without hazards, and files that nobody here wrote. */
export function readMaterial(): readonly SourceFile[] {
  return [
    ...ROOTS.flatMap((root) => filesBelow(root).map(({ name, text }) => ({ name: `src/${name.split('/').slice(1).join('/')}`, text }))),
    ...LIBRARIES.flatMap((root) => filesBelow(root).map(({ name, text }) => ({ name: `src/${name}`, text }))),
  ];
}

function filesBelow(root: string): SourceFile[] {
  const folder = fileURLToPath(new URL(root, import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/node_modules|\.d\.[cm]?ts$|cases\.test/.test(path))
    .sort()
    .map((path) => ({ name: path, path: join(folder, path) }))
    .filter(({ path }) => statSync(path).isFile() && statSync(path).size <= LONGEST)
    .map(({ name, path }) => ({ name, text: readFileSync(path, 'utf8') }));
}
