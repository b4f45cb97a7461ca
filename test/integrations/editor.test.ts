/** The ESLint server of VS Code, driven as an editor drives it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { rulePages } from '../docs/read-page.js';
import { startEditor, type Editor } from './language-client.js';
import { createWorkspace, eslintFolders, root, shownFile } from './workspace.js';

const config = `import * as typescriptParser from '@typescript-eslint/parser';
import stateless from 'eslint-plugin-stateless';

export default [
  stateless.configs.recommended,
  {
    settings: {
      stateless: {
        stores: { dedup: { module: '@acme/stores', name: 'dedupStore' }, lock: { module: '@acme/stores', name: 'lockStore' }, counter: { module: '@acme/stores', name: 'counterStore' } },
      },
    },
  },
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } } },
];
`;

const webhook = `import { chargeCard } from './payments';

const seen = new Set<string>();

export const handler = async (event: { id: string }) => {
  if (seen.has(event.id)) return;
  await chargeCard(event);
  seen.add(event.id);
};
`;

const offering = Object.entries(plugin.rules).flatMap(([name, rule]) => ('meta' in rule && rule.meta?.hasSuggestions ? [name] : []));

describe.each(eslintFolders)('beside %s', (eslint) => {
  let editor: Editor;

  beforeAll(async () => {
    const workspace = createWorkspace({ 'eslint.config.js': config }, { eslint, packages: ['@typescript-eslint/parser', 'typescript'] });
    editor = await startEditor(workspace.folder, JSON.parse(shownFile('editors.md', '.vscode/settings.json')) as Record<string, unknown>);
  }, 120_000);

  afterAll(() => editor.close());

  it("draws a squiggle under the name in the declaration, with a link to the rule's page", async () => {
    expect(await editor.open('src/webhook.ts', 'typescript', webhook)).toEqual([
      expect.objectContaining({
        range: { start: { line: 2, character: 6 }, end: { line: 2, character: 10 } },
        severity: DiagnosticSeverity.Error,
        source: 'eslint',
        code: 'stateless/no-memory-dedup',
        codeDescription: { href: plugin.rules['no-memory-dedup']?.meta?.docs?.url },
        message: expect.stringMatching(/^`seen` remembers what has been handled in this process only \(handler, line 8\)/),
      }),
    ]);
  }, 120_000);

  it('clears it when the fix is typed', async () => {
    await editor.open('src/typed.ts', 'typescript', webhook);
    expect(await editor.type('src/typed.ts', 'if (seen.has(event.id)) return;', 'if (!(await claim(event.id))) return;')).toEqual([]);
    expect(await editor.type('src/typed.ts', 'if (!(await claim(event.id))) return;', 'if (seen.has(event.id)) return;')).toHaveLength(1);
  }, 120_000);

  it('shows warnings as warnings, and what the settings of the page lower as information', async () => {
    for (const [rule, severity] of [
      ['no-memory-cache', DiagnosticSeverity.Warning],
      ['no-log-progress', DiagnosticSeverity.Information],
    ] as const) {
      const [{ file, languageId, code } = expect.fail(`an incorrect example of ${rule}`)] = incorrectExamples(rule);
      expect(await editor.open(file, languageId, code)).toEqual([expect.objectContaining({ code: `stateless/${rule}`, severity })]);
    }
  }, 120_000);

  it('offers a comment that disables the rule, and takes the reason', async () => {
    const [diagnostic] = await editor.open('src/disabled.ts', 'typescript', webhook);
    const actions = await editor.actionsFor('src/disabled.ts', diagnostic!);
    const disable = actions.find(({ title }) => title === 'Disable stateless/no-memory-dedup for this line');
    expect(await editor.choose('src/disabled.ts', disable!)).toEqual([]);
    expect(await editor.type('src/disabled.ts', 'stateless/no-memory-dedup', 'stateless/no-memory-dedup -- the queue sends once')).toEqual(
      [],
    );
    expect(editor.textOf('src/disabled.ts')).toContain(
      '// eslint-disable-next-line stateless/no-memory-dedup -- the queue sends once\nconst seen',
    );
  }, 120_000);

  // Whichever rules offer suggestions, now and later: what they offer on their pages and in the cases is offered, and clears the squiggle.
  it.each(offering)(
    'offers the suggestions of %s, and applies them',
    async (rule) => {
      let applied = 0;
      for (const { file, languageId, code } of [...incorrectExamples(rule), ...casesOf(rule)]) {
        const diagnostics = (await editor.open(file, languageId, code)).filter((diagnostic) => diagnostic.code === `stateless/${rule}`);
        for (const [index, diagnostic] of diagnostics.entries()) {
          const suggestions = (await editor.actionsFor(file, diagnostic)).filter(
            ({ command }) => command?.command === 'eslint.applySuggestion',
          );
          for (const [nth, { title }] of suggestions.entries()) {
            const copy = `src/suggestion-${applied}/${file}`;
            const again = (await editor.open(copy, languageId, code)).filter((opened) => opened.code === `stateless/${rule}`);
            const offered = (await editor.actionsFor(copy, again[index]!)).filter(
              ({ command }) => command?.command === 'eslint.applySuggestion',
            );
            expect(offered[nth]?.title).toBe(title);
            const left = await editor.choose(copy, offered[nth]!);
            expect(editor.textOf(copy)).not.toBe(code);
            expect(left.filter((opened) => opened.code === `stateless/${rule}`)).toHaveLength(diagnostics.length - 1);
            applied += 1;
          }
        }
      }
      expect(applied).toBeGreaterThan(0);
    },
    300_000,
  );
});

it('some rules offer suggestions, so that the test of suggestions above has something to run on', () => {
  expect(offering).not.toEqual([]);
});

interface Example {
  readonly file: string;
  readonly languageId: string;
  readonly code: string;
}

/** What stands under "Incorrect" on the rule's page. */
function incorrectExamples(rule: string): Example[] {
  const page = rulePages.find(({ path: name }) => name === `rules/${rule}.md`);
  return (page?.fences ?? [])
    .filter(({ section }) => section === 'Incorrect')
    .map(({ code, line, language, filename = `src/handler.${language}` }) => ({
      file: `page-${line}/${filename}`,
      languageId: languageOf(filename),
      code,
    }));
}

/** The cases that this rule reports. */
function casesOf(rule: string): Example[] {
  const cases = path.join(root, 'test/cases');
  return readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]sx?$/.test(file))
    .sort()
    .map((file) => ({ file: `cases/${file}`, languageId: languageOf(file), code: readFileSync(path.join(cases, file), 'utf8') }))
    .filter(({ code }) => new RegExp(`// flag: .*${rule}`).test(code))
    .slice(0, 8);
}

function languageOf(file: string): string {
  const language = /\.[cm]?ts/.test(file) ? 'typescript' : 'javascript';
  return file.endsWith('x') ? `${language}react` : language;
}
