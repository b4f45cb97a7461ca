import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** `npm test` hands its own npm settings down; a child that should behave as a user's npm must not see them. */
const userEnvironment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function execute(command: string, args: readonly string[], cwd: string): Outcome {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env: userEnvironment, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Packs what `npm publish` would. */
export function pack(): { tarball: string; files: string[] } {
  const destination = mkdtempSync(path.join(tmpdir(), 'stateless-pack-'));
  const output = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', destination], {
    cwd: root,
    env: userEnvironment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [packed] = Object.values(JSON.parse(output) as Record<string, { filename: string; files: { path: string }[] }>);
  if (!packed) throw new Error(`npm pack said: ${output}`);
  return { tarball: path.join(destination, packed.filename), files: packed.files.map((file) => file.path) };
}

/** An empty project with these packages installed, and these files written. */
export function installProject(packages: readonly string[], files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'stateless-install-')));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'orders', private: true, type: 'module' }));
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
    env: userEnvironment,
    stdio: 'pipe',
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** `eslint@10.1.0`, as it is installed here: so the cache holds it, and the test needs no network. */
export function installedAs(folder: 'eslint' | 'eslint-v9'): string {
  const manifest = JSON.parse(readFileSync(path.join(root, 'node_modules', folder, 'package.json'), 'utf8')) as { version: string };
  return `eslint@${manifest.version}`;
}
