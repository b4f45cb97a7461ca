import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Cases are code to lint, also those that play a test file.
    exclude: [...configDefaults.exclude, 'test/cases/*/**'],
    // RuleTester of @typescript-eslint/rule-tester takes describe, it and afterAll from the globals.
    globals: true,
    testTimeout: 30_000,
  },
});
