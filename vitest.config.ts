import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No deeper: cases are code to lint, also those that play a test file.
    include: ['test/*.test.ts', 'test/*/*.test.ts'],
    // RuleTester of @typescript-eslint/rule-tester takes describe, it and afterAll from the globals.
    globals: true,
    testTimeout: 30_000,
  },
});
