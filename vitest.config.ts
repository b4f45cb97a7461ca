import { defineConfig } from 'vitest/config';

const shared = {
  // RuleTester of @typescript-eslint/rule-tester takes describe, it and afterAll from the globals.
  globals: true,
  testTimeout: 30_000,
};

/** What real tools load is the build, so it is brought up to date once before any of these runs. */
const ofTheBuild = ['test/package/*.test.ts', 'test/integrations/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // No deeper: cases are code to lint, also those that play a test file.
      { test: { ...shared, name: 'sources', include: ['test/*.test.ts', 'test/*/*.test.ts'], exclude: ofTheBuild } },
      { test: { ...shared, name: 'build', include: ofTheBuild, testTimeout: 120_000, globalSetup: 'test/integrations/build-once.ts' } },
    ],
  },
});
