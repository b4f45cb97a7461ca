import { describe, expect, expectTypeOf, it } from 'vitest';

import { rules } from '../../rules/index.js';
import plugin, { type RuleOptions } from '../../src/index.js';
import { packageManifest } from '../../src/package-manifest.js';

const { recommended, strict } = plugin.configs;

describe('the plugin', () => {
  it('has the name and version of its package, and the namespace that extends goes by', () => {
    expect(plugin.meta).toEqual({ name: 'eslint-plugin-stateless', version: packageManifest.version, namespace: 'stateless' });
  });

  it('holds itself in its configs, so that they need no plugins entry', () => {
    expect(recommended).toMatchObject({ name: 'stateless/recommended', plugins: { stateless: plugin } });
    expect(strict).toMatchObject({ name: 'stateless/strict', plugins: { stateless: plugin } });
  });
});

describe('recommended', () => {
  it('reports as errors all but the two rules whose findings depend on what the code is for', () => {
    const warnings = Object.entries(recommended.rules ?? {}).filter(([, level]) => level !== 'error');
    expect(Object.fromEntries(warnings)).toEqual({
      'stateless/no-memory-cache': 'warn',
      'stateless/no-log-progress': 'warn',
    });
    expect(Object.keys(recommended.rules ?? {})).toHaveLength(15);
  });
});

describe('strict', () => {
  it('makes every rule an error', () => {
    const levels = Object.values(strict.rules ?? {}).map((entry) => (Array.isArray(entry) ? entry[0] : entry));
    expect(levels).toEqual(Array(15).fill('error'));
  });

  it('turns on the strict option of every rule that has one, and of no other', () => {
    const turnedOn = Object.entries(strict.rules ?? {}).filter(([, entry]) => Array.isArray(entry));
    const having = Object.entries(rules).filter(([, rule]) => JSON.stringify(rule.meta.schema).includes('"strict"'));
    expect(turnedOn.map(([name]) => name)).toEqual(having.map(([name]) => `stateless/${name}`));
    for (const [, entry] of turnedOn) expect(entry).toEqual(['error', { strict: true }]);
  });
});

describe('every rule', () => {
  it('has its options in the types of a config file', () => {
    expectTypeOf<keyof RuleOptions>().toEqualTypeOf<keyof typeof rules>();
    type WithOption = { [Name in keyof RuleOptions]: RuleOptions[Name] extends [] ? never : Name }[keyof RuleOptions];
    const withOption: Record<WithOption, true> = {
      'no-memory-cache': true,
      'no-memory-counter': true,
      'no-memory-record': true,
      'no-memory-store': true,
      'no-module-state': true,
      'no-request-leak': true,
      'no-tmp-storage': true,
    };
    const having = Object.entries(rules)
      .filter(([, rule]) => JSON.stringify(rule.meta.schema) !== '[]')
      .map(([name]) => name);
    expect(Object.keys(withOption).sort()).toEqual(having.sort());
  });

  it.each(Object.entries(rules))('%s says what it forbids, where the state goes, and where its page is', (name, rule) => {
    expect(rule.name).toBe(name);
    expect(rule.meta.docs).toMatchObject({
      description: expect.stringMatching(/^Disallow /),
      concern: expect.stringMatching(/\w/),
      movesTo: expect.stringMatching(/\w/),
      strict: 'error',
      url: `https://github.com/eslint-plugin-stateless/eslint-plugin-stateless/blob/v${packageManifest.version}/docs/rules/${name}.md`,
    });
  });
});
