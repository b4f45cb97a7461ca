import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run } from '../../src/cli/run.js';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly isTTY?: boolean;
  /** Of the terminal. */
  readonly columns?: number;
}

/** Runs a command line as `main.ts` does, with what it writes kept. */
export async function runCommand(args: readonly string[], { cwd, env = {}, isTTY = false, columns }: Circumstances): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const code = await run(args, {
    cwd,
    env,
    stdout: { isTTY, ...(columns !== undefined && { columns }), write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

/** A folder with these files in it, outside of this repository. */
export function createProject(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'stateless-project-')));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** A webhook that charges twice when a retry reaches another instance. */
export const doubleCharge = `import { charge } from './payments';

const seen = new Set<string>();

export const handler = async (event: { Records: { messageId: string; body: string }[] }) => {
  for (const record of event.Records) {
    if (seen.has(record.messageId)) continue;
    seen.add(record.messageId);
    await charge(JSON.parse(record.body));
  }
};
`;

/** The same webhook with its claim in a store. */
export const chargeOnce = `import { charge } from './payments';
import { claims } from './store';

export const handler = async (event: { Records: { messageId: string; body: string }[] }) => {
  for (const record of event.Records) {
    if (!(await claims.putIfAbsent(record.messageId))) continue;
    await charge(JSON.parse(record.body));
  }
};
`;
