import { loadsMemoryStore } from '../src/analysis/stores/find-memory-stores.js';
import { holdLease } from '../src/suggestions/hold-lease.js';
import { createRule } from './create-rule.js';
import { reportState, reportStores } from './report-state.js';

type MessageIds = 'memoryLock' | 'memoryLockChain' | 'holdLease' | 'memoryLockLibrary';

/** A lock in one process holds nobody back in another one, and a frozen instance never releases it. */
export const noMemoryLock = createRule<MessageIds>({
  name: 'no-memory-lock',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow locks and running flags kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'lock',
      movesTo: 'a lease in an external store, with an expiry and a fencing token',
    },
    schema: [],
    hasSuggestions: true,
    messages: {
      memoryLock:
        '`{{name}}` excludes only callers inside this process ({{where}}): a second instance does the same work at the same time. Take a lease with an expiry in an external store.',
      memoryLockChain:
        '`{{name}}` puts calls in a row inside this process only ({{where}}): a second instance works beside it at the same time. Take a lease with an expiry in an external store, or send the work through a queue that keeps the order of a key.',
      memoryLockLibrary: '`{{name}}` ({{library}}) keeps {{holds}} in this process{{evidence}}: {{consequence}}. {{wayOut}}.',
      holdLease: 'Hold a lease of `{{store}}`.',
    },
  },
  defaultOptions: [],
  mayReport: (analysis) => analysis.mayKeepState || loadsMemoryStore(analysis),
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'lock', {
        messageId: 'memoryLock',
        particular: [{ detail: 'chain', messageId: 'memoryLockChain' }],
        offers: [{ messageId: 'holdLease', rewrite: holdLease }],
      });
      reportStores(context, 'no-memory-lock', { messageId: 'memoryLockLibrary' });
    },
  }),
});
