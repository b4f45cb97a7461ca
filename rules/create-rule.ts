import type { TSESLint } from '@typescript-eslint/utils';

import { analyzeFile, type FileAnalysis } from '../src/analysis/index.js';
import { packageManifest } from '../src/package-manifest.js';

/** What a rule says about itself, beside what ESLint itself knows of. */
export interface RuleDocs {
  /** What the rule forbids, as a sentence that starts with "Disallow". */
  readonly description: string;
  /** Its level in `recommended`: `warn` where the code may be what its author wants. */
  readonly recommended: 'error' | 'warn';
  /** Its level in `strict`. */
  readonly strict: 'error';
  /** The durable concern at stake, as the review's summary names it. */
  readonly concern: string;
  /** Where the state belongs, as the review names it. */
  readonly movesTo: string;
}

export type StatelessRule<MessageIds extends string, Options extends readonly unknown[] = readonly []> = TSESLint.RuleModule<
  MessageIds,
  Options,
  RuleDocs
> & {
  readonly name: string;
  readonly defaultOptions: Options;
  readonly meta: { readonly docs: RuleDocs & { readonly url: string } };
};

export interface RuleDefinition<MessageIds extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: Omit<TSESLint.RuleMetaData<MessageIds, RuleDocs, Options>, 'docs' | 'defaultOptions'> & {
    readonly docs: RuleDocs;
  };
  readonly defaultOptions: Options;
  /** False where a first look shows that the rule has nothing to say, as in most files: it then listens to nothing. */
  mayReport(analysis: FileAnalysis): boolean;
  create(context: Readonly<TSESLint.RuleContext<MessageIds, Options>>, options: Options): TSESLint.RuleListener;
}

/**
 * Makes a rule of its definition: adds the address of its page, gives `create` the user's options over the defaults, and leaves alone
 * what surely runs on no server, and files in which the rule can find nothing.
 * ESLint itself fills in defaults from 9.15 on only.
 */
export function createRule<const MessageIds extends string, Options extends readonly unknown[] = readonly []>(
  definition: RuleDefinition<MessageIds, Options>,
): StatelessRule<MessageIds, Options> {
  const { name, meta, defaultOptions, mayReport, create } = definition;
  return {
    name,
    defaultOptions,
    meta: {
      ...meta,
      defaultOptions,
      docs: { ...meta.docs, url: rulePageUrl(name) },
    },
    create(context) {
      const analysis = analyzeFile(context);
      return analysis.mayRunOnServer && mayReport(analysis) ? create(context, withDefaults(context.options, defaultOptions)) : {};
    },
  };
}

export function rulePageUrl(ruleName: string): string {
  const { homepage, version } = packageManifest;
  return `${homepage}/blob/v${version}/docs/rules/${ruleName}.md`;
}

function withDefaults<Options extends readonly unknown[]>(given: Options, defaults: Options): Options {
  if (given.length === 0) return defaults;
  const merged = defaults.map((preset, index) => {
    const own = given[index];
    if (own === undefined) return preset;
    return isOptionObject(preset) && isOptionObject(own) ? { ...preset, ...own } : own;
  });
  return merged as unknown as Options;
}

function isOptionObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
