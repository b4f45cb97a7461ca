import { countInStore } from '../src/suggestions/count-in-store.js';
import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryCounter' | 'countInStore';
type Options = readonly [{ readonly strict?: boolean }];

/** With a hundred instances a limit of ten is a limit of a thousand, and a sequence gives the same number twice. */
export const noMemoryCounter = createRule<MessageIds, Options>({
  name: 'no-memory-counter',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow counts, quotas, rate limits and sequences kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'counter',
      movesTo: 'an external store with an atomic increment and an expiry',
    },
    schema: [
      {
        type: 'object',
        properties: {
          strict: { type: 'boolean', description: 'Also report any single number of a file without a handler.' },
        },
        additionalProperties: false,
      },
    ],
    hasSuggestions: true,
    messages: {
      memoryCounter:
        '`{{name}}` counts in this process only ({{where}}): every instance has a count of its own, and a restart sets it back. Count with an atomic increment with expiry in an external store.',
      countInStore: 'Count with `{{store}}.increment`.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context, [{ strict }]) => ({
    'Program:exit'() {
      reportState(context, 'counter', {
        messageId: 'memoryCounter',
        strict,
        offers: [{ messageId: 'countInStore', rewrite: countInStore }],
      });
    },
  }),
});
