import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How an example is known to be right: its scenarios are run against the store, or it is checked against the types of the store's SDK. */
export type HowProven = 'run' | 'type-checked';

export interface ProvenExample {
  readonly file: string;
  readonly store: string;
  readonly proof: HowProven;
}

/** What is promised for a rule, and by which examples. The pages, `npm run proof` and the tests read the same file. */
export interface Proof {
  /** What `before` breaks and every `after` holds. */
  readonly invariant: string;
  readonly examples: readonly ProvenExample[];
}

export const examples = fileURLToPath(new URL('../../docs/examples/rules', import.meta.url));

export const proofs = JSON.parse(readFileSync(new URL('proof.json', import.meta.url), 'utf8')) as Readonly<Record<string, Proof>>;
