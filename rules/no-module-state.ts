import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'moduleState';

/** What an instance has lived through decides how it answers. */
export const noModuleState = createRule<MessageIds>({
  name: 'no-module-state',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow any other module state that handlers change',
      recommended: 'error',
      strict: 'error',
      concern: 'module state',
      movesTo: 'a local variable, or the store that fits what it is for',
    },
    schema: [],
    messages: {
      moduleState:
        '`{{name}}` is changed by invocations and seen by later ones ({{where}}): each instance goes its own way, and a restart undoes it. Make it local, or move it to a store that all instances share.',
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'module-state', { messageId: 'moduleState' });
    },
  }),
});
