import js from '@eslint/js';
import tsPlugin from '@typescript-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
// The package refers to itself by name: the build in `dist` judges the sources that it was built from.
import stateless from 'eslint-plugin-stateless';
import globals from 'globals';

export default defineConfig([
  // Cases, fixtures and examples hold hazards on purpose.
  globalIgnores(['dist/', 'coverage/', 'docs/examples/', 'test/cases/*/', 'test/**/fixtures/']),
  js.configs.recommended,
  { languageOptions: { globals: globals.node }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  // Runs in the page of a report.
  { files: ['src/review/html/page-script.js'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
  {
    files: ['**/*.ts'],
    extends: [tsPlugin.configs['flat/recommended']],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['rules/**/*.ts', 'src/**/*.ts'],
    plugins: { stateless },
    extends: ['stateless/strict'],
    rules: {
      // Whoever configures ESLint should not pay for a start of TypeScript: the parser is the user's, the types are erased.
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['typescript', '@typescript-eslint/*', 'eslint'],
              allowTypeImports: true,
              message: 'Only types: the plugin loads neither TypeScript nor ESLint (the command line does, by import()).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['rules/no-*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'eslint-plugin/require-meta-schema-description': 'error',
      // createRule writes them into meta, from the definition's own defaultOptions.
      'eslint-plugin/require-meta-default-options': 'off',
      'eslint-plugin/require-meta-docs-description': ['error', { pattern: '^Disallow ' }],
      'eslint-plugin/no-property-in-node': 'off',
      // Where reportState hands the suggestions over it sees none; ESLint itself refuses one of a rule that does not announce any.
      'eslint-plugin/require-meta-has-suggestions': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
]);
