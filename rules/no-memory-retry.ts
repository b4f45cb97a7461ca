import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryRetry';

/** Retries land on other instances, each of which starts to count from zero. */
export const noMemoryRetry = createRule<MessageIds>({
  name: 'no-memory-retry',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow attempts, breakers and retry-safety markers kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'retry',
      movesTo: "the queue's own receive count, or the job's row",
    },
    schema: [],
    messages: {
      memoryRetry:
        '`{{name}}` counts attempts or failures in this process only ({{where}}): every instance starts at zero, so the limit is never reached, or one instance stays shut. Use the queue\'s receive count or the job\'s row.',
    },
  },
  defaultOptions: [],
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'retry', { messageId: 'memoryRetry' });
    },
  }),
});
