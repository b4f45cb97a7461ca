import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';

import { analyzeFile, type FileAnalysis } from '../../src/analysis/index.js';

export type Context = Parameters<typeof analyzeFile>[0];

export interface Source {
  readonly code: string;
  /** The path below the working directory; its ending says whether it is TypeScript or JSX. */
  readonly path?: string | undefined;
  readonly settings?: unknown;
}

/** Analyses a file as the rules would, and gives what `print` makes of the facts. */
export function readFacts<T>({ code, path = 'src/service.ts', settings }: Source, print: (analysis: FileAnalysis, context: Context) => T): T {
  const printed: T[] = [];
  const messages = new Linter({ cwd: '/project' }).verify(
    code,
    {
      files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
      languageOptions: { parser: parser as Linter.Parser, sourceType: path.endsWith('.cjs') ? 'commonjs' : 'module', parserOptions: { ecmaFeatures: { jsx: true } } },
      plugins: {
        facts: {
          rules: {
            print: {
              create: (context) => ({
                'Program:exit'() {
                  printed.push(print(analyzeFile(context as unknown as Context), context as unknown as Context));
                },
              }),
            },
          },
        },
      },
      rules: { 'facts/print': 'error' },
      ...(settings !== undefined && { settings: { stateless: settings } }),
    },
    { filename: `/project/${path}` },
  );
  if (messages.length > 0) throw new Error(messages.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return printed[0]!;
}
