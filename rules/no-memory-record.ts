import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryRecord' | 'memoryRecordTaken';
type Options = readonly [{ readonly strict?: boolean }];

/** What one request stores, the next one does not find. */
export const noMemoryRecord = createRule<MessageIds, Options>({
  name: 'no-memory-record',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow business records kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'record',
      movesTo: 'a database',
    },
    schema: [
      {
        type: 'object',
        properties: {
          strict: {
            type: 'boolean',
            description: 'Also report files without a handler whose tables and lists are kept for nobody in particular.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      memoryRecordTaken:
        '`{{name}}` hands out its values in this process only ({{where}}): another instance hands out the same ones, and a restart starts again. Keep them as rows, and take one with a conditional update.',
      memoryRecord:
        '`{{name}}` holds records in this process only ({{where}}): another instance does not have them, and a restart loses them. Keep them in a database.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context, [{ strict }]) => ({
    'Program:exit'() {
      reportState(context, 'record', {
        messageId: 'memoryRecord',
        particular: [{ detail: 'taken', messageId: 'memoryRecordTaken' }],
        strict,
      });
    },
  }),
});
