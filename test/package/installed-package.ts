import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
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

export interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
  /** In bytes. */
  readonly unpackedSize: number;
}

/** Packs what `npm publish` would. */
export function pack(): Packed {
  const destination = mkdtempSync(path.join(tmpdir(), 'stateless-pack-'));
  const output = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', destination], {
    cwd: root,
    env: userEnvironment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [packed] = Object.values(
    JSON.parse(output) as Record<string, { filename: string; unpackedSize: number; files: { path: string }[] }>,
  );
  if (!packed) throw new Error(`npm pack said: ${output}`);
  return {
    tarball: path.join(destination, packed.filename),
    files: packed.files.map((file) => file.path),
    unpackedSize: packed.unpackedSize,
  };
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

/** The packages, and their size in bytes, that a project has because of one dependency: what no other leads to. */
export function broughtBy(dependency: string, project: string): { packages: string[]; size: number } {
  const { packages: installed } = JSON.parse(readFileSync(path.join(project, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const others = Object.keys(
    (JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as LockedPackage).dependencies ?? {},
  ).filter((name) => name !== dependency);
  const kept = new Set<string>();
  for (const name of others) collectNeeded(`node_modules/${name}`, installed, kept);
  const brought = Object.keys(installed).filter((location) => !kept.has(location));
  return {
    packages: brought.map((location) => location.replace('node_modules/', '')).filter((name) => name !== dependency),
    size: brought.reduce((sum, location) => sum + sizeOf(path.join(project, location)), 0),
  };
}

interface LockedPackage {
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** As Node looks a package up: from the folder of who needs it, outwards. */
function collectNeeded(location: string, installed: Record<string, LockedPackage>, needed: Set<string>): void {
  const found = installed[location];
  if (!found || needed.has(location)) return;
  needed.add(location);
  for (const name of Object.keys({ ...found.dependencies, ...found.peerDependencies })) {
    for (let from = location; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
      const candidate = path.posix.join(from, 'node_modules', name);
      if (installed[candidate]) collectNeeded(candidate, installed, needed);
      if (installed[candidate] || from === '') break;
    }
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
