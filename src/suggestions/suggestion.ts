/**
 * Question: what is a suggestion?
 *
 * A suggestion is the facts' answer to "then write it so": ranges and texts, made only after something was reported. It is offered
 * where every use of the state is understood, and the rewritten code does what the author meant. Anything else gets none: a wrong
 * suggestion is worse than a page of documentation.
 */
export interface Edit {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

/** What to write, and what the editor's offer may name. Its message is the rule's. */
export interface Suggestion {
  readonly data: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
}
