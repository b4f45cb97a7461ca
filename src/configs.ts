import type { ESLint, Linter } from 'eslint';

import { rules } from '../rules/index.js';

/**
 * The two configs of the plugin. Their levels are not listed here: each rule carries its own in `meta.docs`, where its page and
 * the README's table find it too.
 */
export function createConfigs(plugin: ESLint.Plugin): { recommended: Linter.Config; strict: Linter.Config } {
  return {
    recommended: {
      name: 'stateless/recommended',
      plugins: { stateless: plugin },
      rules: collectRules((rule) => rule.meta.docs.recommended),
    },
    strict: {
      name: 'stateless/strict',
      plugins: { stateless: plugin },
      rules: collectRules((rule) => {
        const level = rule.meta.docs.strict;
        return hasStrictOption(rule.meta.schema) ? [level, { strict: true }] : level;
      }),
    },
  };
}

type Rule = (typeof rules)[keyof typeof rules];

function collectRules(entryOf: (rule: Rule) => Linter.RuleEntry): Linter.RulesRecord {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`stateless/${name}`, entryOf(rule)]));
}

/** Rules that judge more code in `strict` take `{ strict: true }`; the schema is where a rule says so. */
function hasStrictOption(schema: unknown): boolean {
  const [first] = Array.isArray(schema) ? (schema as unknown[]) : [];
  const properties = (first as { properties?: Record<string, unknown> } | undefined)?.properties;
  return properties !== undefined && 'strict' in properties;
}
