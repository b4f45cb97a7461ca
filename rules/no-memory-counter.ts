import { countInStore } from '../src/suggestions/count-in-store.js';
import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryCounter' | 'countInStore';

/** With a hundred instances a limit of ten is a limit of a thousand, and a sequence gives the same number twice. */
export const noMemoryCounter = createRule<MessageIds>({
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
    schema: [],
    hasSuggestions: true,
    messages: {
      memoryCounter:
        '`{{name}}` counts in this process only ({{where}}): every instance has a count of its own, and a restart sets it back. Count with an atomic increment with expiry in an external store.',
      countInStore: 'Count with `{{store}}.increment`.',
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'counter', { messageId: 'memoryCounter', offers: [{ messageId: 'countInStore', rewrite: countInStore }] });
    },
  }),
});
