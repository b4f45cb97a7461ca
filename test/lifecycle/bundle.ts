import path from 'node:path';
import { rolldown } from 'rolldown';

import { examples } from './proof.js';

/** Builds one file of an example, as for a deployment; the path of the code. */
export async function bundle(rule: string, file: string, directory: string): Promise<string> {
  const build = await rolldown({
    input: path.join(examples, rule, file),
    platform: 'node',
    // Node's own, and what pg would use where it is installed.
    external: [/^node:/, 'pg-native', 'pg-cloudflare'],
    logLevel: 'silent',
  });
  const output = path.join(directory, `${rule}-${path.basename(file, '.ts')}.mjs`);
  await build.write({ file: output, format: 'esm', codeSplitting: false });
  await build.close();
  return output;
}
