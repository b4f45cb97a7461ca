/**
 * Which files do the given paths mean? A path is taken literally, so that `app/api/[id]/route.ts` is the file of that name and not
 * a pattern. A folder means the source files below it, without what is installed, built or generated; a file or folder that is
 * named itself is reviewed wherever it lies.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { ReviewError } from './review.js';

const sourceFile = /\.[cm]?[jt]sx?$/;
const notWritten = /(?:\.d\.[cm]?ts|[.-]min\.[cm]?js|\.bundle\.[cm]?js)$/;
const skippedFolders = new Set(['node_modules', 'dist', 'build', 'coverage']);

/**
 * Absolute paths, each once, in the order of the given paths and then of the alphabet.
 *
 * @throws {ReviewError} with a line for each path that does not exist or holds nothing to review
 */
export function findFiles(paths: readonly string[], cwd: string): string[] {
  const found = new Set<string>();
  const problems: string[] = [];
  for (const given of paths) {
    const absolute = path.resolve(cwd, given);
    const status = statSync(absolute, { throwIfNoEntry: false });
    if (!status) {
      problems.push(`${given}: no such file or folder${/[*?{]/.test(given) ? ' (paths are taken literally, not as patterns)' : ''}`);
    } else if (status.isDirectory()) {
      const before = found.size;
      for (const file of walkFolder(absolute)) found.add(file);
      if (found.size === before && !coversFound(absolute, found))
        problems.push(`${given}: no JavaScript or TypeScript file in this folder`);
    } else if (sourceFile.test(absolute)) {
      found.add(absolute);
    } else {
      problems.push(`${given}: not a JavaScript or TypeScript file`);
    }
  }
  if (problems.length > 0) throw new ReviewError(problems);
  return [...found];
}

/** A folder given twice, or inside one given before, adds nothing, and that is no mistake. */
function coversFound(folder: string, found: ReadonlySet<string>): boolean {
  const prefix = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return [...found].some((file) => file.startsWith(prefix));
}

function* walkFolder(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      // Hidden folders hold what tools made: .next, .vercel, .serverless, .aws-sam, .git
      if (!skippedFolders.has(entry.name) && !entry.name.startsWith('.')) yield* walkFolder(full);
    } else if (entry.isFile() && sourceFile.test(entry.name) && !notWritten.test(entry.name)) {
      yield full;
    }
  }
}
