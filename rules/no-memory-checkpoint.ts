import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryCheckpoint';

/** A cold start forgets the position: data is read twice, or never. */
export const noMemoryCheckpoint = createRule<MessageIds>({
  name: 'no-memory-checkpoint',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow cursors, offsets and last processed ids kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'checkpoint',
      movesTo: 'a checkpoint row beside the data',
    },
    schema: [],
    messages: {
      memoryCheckpoint:
        '`{{name}}` says how far reading has come in this process only ({{where}}): a new instance starts again from the beginning or skips what it never saw. Store the position beside the data, in the same transaction.',
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'checkpoint', { messageId: 'memoryCheckpoint' });
    },
  }),
});
