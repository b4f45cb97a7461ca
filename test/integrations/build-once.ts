import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds `dist` before the tests that read it, where the sources are newer. Not in each test file: they run side by side. */
export default function buildOnce(): void {
  if (isStale()) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'pipe' });
}

function isStale(): boolean {
  const built = path.join(root, 'dist/src/index.js');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return ['src', 'rules'].some((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).some(
      (file) => file.endsWith('.ts') && statSync(path.join(root, folder, file)).mtimeMs > builtAt,
    ),
  );
}
