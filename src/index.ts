import type { ESLint, Linter, Rule } from 'eslint';

import { rules } from '../rules/index.js';
import { takeInventory } from './analysis/inventory/index.js';
import { createConfigs } from './configs.js';
import { packageManifest } from './package-manifest.js';
import type { RuleName, RuleOptions } from './rule-options.js';
import type { StatelessSettingsInput } from './settings.js';

export type { RuleName, RuleOptions } from './rule-options.js';
export type { CalleeSetting, HandlerSetting, MemoryStoreSetting, StatelessSettingsInput } from './settings.js';

/** The entries of a config's `rules`: `'stateless/no-memory-cache': ['error', { strict: true }]`. */
export type StatelessRules = { [Name in RuleName as `stateless/${Name}`]?: Linter.RuleEntry<RuleOptions[Name]> };

/** A config object whose `rules` and `settings.stateless` an editor completes: `const config: StatelessConfig = { settings: { … } }`. */
export interface StatelessConfig extends Linter.Config {
  rules?: Partial<Linter.RulesRecord> & StatelessRules;
  settings?: Record<string, unknown> & { stateless?: StatelessSettingsInput };
}

export interface StatelessPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'stateless' };
  readonly rules: Readonly<Record<RuleName, Rule.RuleModule>> & NonNullable<ESLint.Plugin['rules']>;
  readonly configs: { readonly recommended: Linter.Config; readonly strict: Linter.Config };
}

const configs = {} as { recommended: Linter.Config; strict: Linter.Config };

const plugin: StatelessPlugin = {
  meta: { name: packageManifest.name, version: packageManifest.version, namespace: 'stateless' },
  // The rules are typed by typescript-eslint, whose node types are narrower than the ones of ESLint.
  rules: rules satisfies Record<RuleName, unknown> as unknown as StatelessPlugin['rules'],
  configs,
};

// The configs hold the plugin itself, so that a config needs no `plugins` entry beside `extends`.
Object.assign(configs, createConfigs(plugin));

/** For the command line of this package, and no part of what it offers: facts from the same analysis that the rules read. */
export const internals: object = { takeInventory };

// The second name is what `require()` gives: a CommonJS config needs no `.default`.
export { plugin as default, plugin as 'module.exports' };
