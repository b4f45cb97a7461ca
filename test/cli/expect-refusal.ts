import { expect } from 'vitest';

import { runCommand } from './command-line.js';

/** What cannot be done is said in one line on stderr, and nothing else happens. */
export async function expectRefusal(args: readonly string[], cwd: string, line: string | RegExp): Promise<void> {
  const { code, stdout, stderr } = await runCommand(args, { cwd });
  const [first = '', ...rest] = stderr.replace(/^eslint-plugin-stateless: /, '').split('\n');
  expect(rest).toEqual(['']);
  if (typeof line === 'string') expect(first).toBe(line);
  else expect(first).toMatch(line);
  expect(stdout).toBe('');
  expect(code).toBe(2);
}
