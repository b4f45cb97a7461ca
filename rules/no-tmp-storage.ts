import { createRule } from './create-rule.js';

type MessageIds = 'tmpStorage';

export const noTmpStorage = createRule<MessageIds>({
  name: 'no-tmp-storage',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow local files used as storage',
      recommended: 'error',
      strict: 'error',
      concern: 'local file',
      movesTo: 'object storage, or a database',
    },
    schema: [],
    messages: { tmpStorage: '{{message}}' },
  },
  defaultOptions: [],
  create() {
    return {};
  },
});
