import { readFileSync } from 'node:fs';
import path from 'node:path';

import { packageRoot } from '../../package-manifest.js';

/** One way out, as the page of a rule shows it. */
export interface FixExample {
  /** `DynamoDB: conditional put`; empty where the page has only one way. */
  readonly title: string;
  readonly code: string;
}

/** The examples in the section "Move it to" of each rule's page, read once a report. */
export function createFixExamples(): (rule: string, stores: readonly string[]) => FixExample | undefined {
  const pages = new Map<string, readonly FixExample[]>();
  return (rule, stores) => {
    let examples = pages.get(rule);
    if (!examples) pages.set(rule, (examples = readExamples(rule)));
    const words = stores.flatMap((store) => store.toLowerCase().split(/\W+/)).filter((word) => word.length > 2 && !commonWords.has(word));
    // What the service uses already is the store that it is likely to use again.
    return examples.find(({ title }) => words.some((word) => title.toLowerCase().includes(word))) ?? examples[0];
  };
}

const commonWords: ReadonlySet<string> = new Set([
  'amazon',
  'azure',
  'aws',
  'google',
  'cloud',
  'vercel',
  'the',
  'storage',
  'database',
  'store',
]);

function readExamples(rule: string): readonly FixExample[] {
  const page = readFileSync(path.join(packageRoot, 'docs', 'rules', `${rule}.md`), 'utf8');
  const ways = /\n## Move it to\n([\s\S]*?)(?=\n## |$)/.exec(page)?.[1] ?? '';
  return ways.split(/\n(?=### )/).flatMap((part) => {
    const code = /\n```(?:[jt]sx?)\b[^\n]*\n([\s\S]*?)\n```/.exec(part)?.[1];
    const title = /^\s*### (.*)/.exec(part)?.[1]?.replaceAll('`', '') ?? '';
    return code === undefined ? [] : [{ title, code }];
  });
}
