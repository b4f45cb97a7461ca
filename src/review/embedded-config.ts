import type { Linter } from 'eslint';

import plugin from '../index.js';
import { asOneLine, ReviewError } from './review.js';

/**
 * The config of a review that was given none: `recommended`, on JavaScript and TypeScript alike.
 *
 * The parser is loaded here and nowhere else, so that the plugin itself never costs anybody a start of TypeScript.
 *
 * @throws {ReviewError} where the parser, or the TypeScript beside it, cannot be loaded
 */
export async function loadEmbeddedConfig(): Promise<Linter.Config[]> {
  const parser = await loadParser();
  const languageOptions: Linter.LanguageOptions = {
    parser,
    // What only types and documentation comments are needed for is not computed: the rules ask neither.
    parserOptions: { ecmaFeatures: { jsx: true }, jsDocParsingMode: 'none', lib: [], warnOnUnsupportedTypeScriptVersion: false },
  };
  return [
    // What was installed is not walked into, but may be named.
    { ignores: ['!**/node_modules/'] },
    {
      ...plugin.configs.recommended,
      files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
      languageOptions,
      // Comments that disable rules of other plugins look unused here, and are not.
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  ];
}

async function loadParser(): Promise<Linter.Parser> {
  try {
    return (await import('@typescript-eslint/parser')) as unknown as Linter.Parser;
  } catch (error) {
    throw new ReviewError([
      `cannot load @typescript-eslint/parser: ${asOneLine(error)} (needs typescript >=4.8.4 <6.1.0 beside it; --config uses your own parser)`,
    ]);
  }
}
