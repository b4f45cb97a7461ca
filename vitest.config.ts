import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // RuleTester of @typescript-eslint/rule-tester takes describe, it and afterAll from the globals.
    globals: true,
    testTimeout: 30_000,
  },
});
