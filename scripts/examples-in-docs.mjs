// Writes the examples into the pages, from the files that are run and type-checked, so that nobody edits twice. `--check` compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { invariantOf, proofTable, proofs, root } from './proof-data.mjs';

const docs = path.join(root, 'docs');
const LANGUAGES = { '.ts': 'ts', '.sql': 'sql', '.json': 'json' };

/** What stands between `<!-- begin … -->` and `<!-- end … -->`, by its first word. */
const BLOCKS = {
  example: (rule, file) => `${statusOf(rule, file)}${fenceOf(rule, file)}`,
  invariant: (rule) => `What must hold: **${invariantOf(rule)}**

The first example under *Incorrect* breaks it. What is called *run* below holds it, in
[the same tests](../stores.md#how-the-examples-are-proven); what is called *type-checked* compiles against the store's own SDK. The modules
of [\`outside\`](../examples/rules/outside) ask somebody else's service over HTTP: put yours in their place.`,
  proof: () => proofTable(),
};

function statusOf(rule, file) {
  const example = proofs[rule].examples.find((entry) => entry.file === file);
  if (!example) return '';
  const link = `[\`${file}\`](../examples/rules/${rule}/${file})`;
  if (example.proof === 'type-checked') return `Type-checked: ${link}.\n\n`;
  return example.store === 'Redis' ? `Run where there is a Redis, as in CI: ${link}.\n\n` : `Run: ${link}.\n\n`;
}

function fenceOf(rule, file) {
  const code = readFileSync(path.join(docs, 'examples', 'rules', rule, file), 'utf8');
  return `\`\`\`${LANGUAGES[path.extname(file)]}\n${code}\`\`\``;
}

function written(page) {
  const rule = path.basename(page, '.md');
  return readFileSync(page, 'utf8').replace(
    /(<!-- begin (example|invariant|proof) ?(\S*) -->\n)[\s\S]*?(<!-- end \2 -->)/g,
    (_, begin, block, argument, end) => {
      return `${begin}\n${BLOCKS[block](rule, argument)}\n\n${end}`;
    },
  );
}

const pages = [path.join(docs, 'stores.md'), ...readdirSync(path.join(docs, 'rules')).map((name) => path.join(docs, 'rules', name))];
const stale = pages.filter((page) => written(page) !== readFileSync(page, 'utf8'));
if (process.argv.includes('--check')) {
  for (const page of stale) console.error(`${path.relative(root, page)} differs from the examples; run \`npm run docs\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const page of stale) writeFileSync(page, written(page));
}
