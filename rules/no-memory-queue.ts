import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryQueue';

/** An accepted item waits in a process that may never run again. */
export const noMemoryQueue = createRule<MessageIds>({
  name: 'no-memory-queue',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow buffers, batches and pending hand-offs kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'queue',
      movesTo: 'a message queue, or an outbox table',
    },
    schema: [],
    messages: {
      memoryQueue:
        '`{{name}}` buffers work of several invocations in this process ({{where}}): what has not been handed over when the instance is frozen or recycled is lost. Send it to a message queue, or write an outbox row, before answering.',
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'queue', { messageId: 'memoryQueue' });
    },
  }),
});
