import type { TSESLint } from '@typescript-eslint/utils';
import type { ESLint, Linter, Rule } from 'eslint';

import type { Inventory, takeInventory } from '../analysis/inventory/index.js';
import { internals } from '../index.js';

const pluginName = 'stateless-review';
const ruleName = 'inventory';

/** The one rule that a review adds to the run of the plugin's own. */
export const inventoryRuleId = `${pluginName}/${ruleName}`;

export interface InventoryCollector {
  /** The config that adds the rule. */
  readonly config: Linter.Config;
  /** The inventory of the file that was linted last; `undefined` where no server runs it. */
  readonly take: () => Inventory | undefined;
}

/**
 * Lets a lint run hand out the facts of each file: a rule that reports nothing sees the same syntax and the same analysis as the rules
 * of the plugin, so that nothing is parsed or analysed twice. The rule belongs to one review, and is no rule of the plugin.
 */
export function createInventoryCollector(): InventoryCollector {
  let latest: Inventory | undefined;
  const { takeInventory: take } = internals as { takeInventory: typeof takeInventory };
  const rule = {
    meta: { type: 'suggestion', schema: [] },
    create: (context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>) => ({
      'Program:exit'() {
        latest = take(context);
      },
    }),
  };
  const plugin: ESLint.Plugin = { meta: { name: pluginName }, rules: { [ruleName]: rule as unknown as Rule.RuleModule } };
  return {
    config: { name: inventoryRuleId, plugins: { [pluginName]: plugin }, rules: { [inventoryRuleId]: 'error' } },
    take: () => {
      const inventory = latest;
      latest = undefined;
      return inventory;
    },
  };
}
