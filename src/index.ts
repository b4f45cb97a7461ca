import type { ESLint, Linter } from 'eslint';

import { rules } from '../rules/index.js';
import { createConfigs } from './configs.js';
import { packageManifest } from './package-manifest.js';
import type { StatelessSettingsInput } from './settings.js';

export type { CalleeSetting, HandlerSetting, MemoryStoreSetting, StatelessSettingsInput } from './settings.js';

/** A config object whose `settings.stateless` an editor completes: `const config: StatelessConfig = { settings: { … } }`. */
export interface StatelessConfig extends Linter.Config {
  settings?: Record<string, unknown> & { stateless?: StatelessSettingsInput };
}

export interface StatelessPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'stateless' };
  readonly rules: NonNullable<ESLint.Plugin['rules']>;
  readonly configs: { readonly recommended: Linter.Config; readonly strict: Linter.Config };
}

const configs = {} as { recommended: Linter.Config; strict: Linter.Config };

const plugin: StatelessPlugin = {
  meta: { name: packageManifest.name, version: packageManifest.version, namespace: 'stateless' },
  // The rules are typed by typescript-eslint, whose node types are narrower than the ones of ESLint.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
  configs,
};

// The configs hold the plugin itself, so that a config needs no `plugins` entry beside `extends`.
Object.assign(configs, createConfigs(plugin));

export default plugin;
