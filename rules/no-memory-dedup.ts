import { claimKey } from '../src/suggestions/claim-key.js';
import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryDedup' | 'claimKey';

/** A repeat that reaches another instance, or this one after a restart, is not recognised. */
export const noMemoryDedup = createRule<MessageIds>({
  name: 'no-memory-dedup',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow deduplication keys kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'deduplication',
      movesTo: 'an external store that claims the key: a conditional put, a unique key, or `SET NX`',
    },
    schema: [],
    hasSuggestions: true,
    messages: {
      memoryDedup:
        '`{{name}}` remembers what has been handled in this process only ({{where}}): a retry on another instance does the work again. Claim the key in an external store with a conditional write.',
      claimKey: 'Claim the key with `{{store}}.claim`.',
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'dedup', { messageId: 'memoryDedup', offers: [{ messageId: 'claimKey', rewrite: claimKey }] });
    },
  }),
});
