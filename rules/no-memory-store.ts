import { createRule } from './create-rule.js';

type MessageIds = 'memoryStore';

export const noMemoryStore = createRule<MessageIds>({
  name: 'no-memory-store',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow libraries whose store is this process',
      recommended: 'error',
      strict: 'error',
      concern: 'library store',
      movesTo: "the library's own external store",
    },
    schema: [],
    messages: { memoryStore: '{{message}}' },
  },
  defaultOptions: [],
  create() {
    return {};
  },
});
