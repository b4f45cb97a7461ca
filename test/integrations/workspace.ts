/** A project as a user has it: files, and `node_modules` that leads to the tools installed here, and to this plugin's build. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { docs, pages, type Fence } from '../docs/read-page.js';

export const root = path.resolve(import.meta.dirname, '../..');

/** The folders of `node_modules` here that hold the two majors of ESLint. */
export type ESLintFolder = 'eslint' | 'eslint-v9';
export const eslintFolders: readonly ESLintFolder[] = ['eslint', 'eslint-v9'];

export interface Workspace {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Runs the script of an installed package: `run('eslint/bin/eslint.js', ['src'])`. */
  run(script: string, args: readonly string[], env?: Record<string, string>): Promise<Outcome>;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Named packages are found from the workspace; what they need themselves, Node finds here. */
export function createWorkspace(
  files: Record<string, string>,
  { eslint = 'eslint', packages = [] }: { eslint?: ESLintFolder; packages?: readonly string[] } = {},
): Workspace {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'stateless-workspace-')));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write('package.json', JSON.stringify({ name: 'shop', version: '1.0.0', private: true, type: 'module' }));
  for (const [file, text] of Object.entries(files)) write(file, text);

  const link = (name: string, target: string): void => {
    mkdirSync(path.dirname(path.join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(target, path.join(folder, 'node_modules', name), 'junction');
  };
  link('eslint-plugin-stateless', root);
  link('eslint', path.join(root, 'node_modules', eslint));
  for (const name of packages) link(name, path.join(root, 'node_modules', name));

  return { folder, write, run: (script, args, env) => runNode(path.join(folder, 'node_modules', script), args, folder, env) };
}

export function runNode(script: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Outcome> {
  // What `npm test` and vitest tell their children is not meant for a user's tool.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|vitest|node_env$|node_options$|force_color$|ci$)/i.test(name));
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The code of a page's fence with this file name: what a page shows is what is tested. */
export function shownFile(page: string, filename: string): string {
  const found = pages.find(({ path: name }) => name === page)?.fences.filter((fence: Fence) => fence.filename === filename) ?? [];
  if (found.length !== 1) throw new Error(`${path.join(docs, page)} shows ${found.length} files named ${filename}`);
  return found[0]!.code;
}
