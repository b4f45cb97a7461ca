import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'moduleState';
type Options = readonly [{ readonly strict?: boolean }];

/** What an instance has lived through decides how it answers. */
export const noModuleState = createRule<MessageIds, Options>({
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
    schema: [
      {
        type: 'object',
        properties: {
          strict: {
            type: 'boolean',
            description: 'Also report files whose handlers are elsewhere, where such state is as often a setting or a switch of a library.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      moduleState:
        '`{{name}}` is changed by invocations and seen by later ones ({{where}}): each instance goes its own way, and a restart undoes it. Make it local, or move it to a store that all instances share.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context, [{ strict }]) => ({
    'Program:exit'() {
      reportState(context, 'module-state', { messageId: 'moduleState', strict });
    },
  }),
});
