// What the tests of test/lifecycle prove: the same file that they iterate over, as a table.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const proofs = JSON.parse(readFileSync(path.join(root, 'test', 'lifecycle', 'proof.json'), 'utf8'));

export const invariantOf = (rule) => proofs[rule].invariant;

const howProven = ({ store, proof }) => (proof === 'run' && store === 'Redis' ? 'run (CI)' : proof);

/** Rules × stores, as a table of Markdown. */
export function proofTable() {
  const rows = Object.entries(proofs).map(([rule, { examples }]) => {
    const stores = examples.map((example) => `${example.store}: ${howProven(example)}`);
    return `| \`${rule}\` | ${stores.join('<br>')} |`;
  });
  return ['| rule | stores |', '|---|---|', ...rows].join('\n');
}
