import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryRetry' | 'memoryBreaker';

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
      memoryBreaker:
        '`{{name}}` decides for this process only whether calls are held back ({{where}}): other instances go on calling what is down, and this one stays shut when it is up again. Keep the state of the breaker in a store with an expiry that all instances read.',
      memoryRetry:
        "`{{name}}` counts attempts or failures in this process only ({{where}}): every instance starts at zero, so the limit is never reached, or one instance stays shut. Use the queue's receive count or the job's row.",
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'retry', { messageId: 'memoryRetry', particular: [{ detail: 'breaker', messageId: 'memoryBreaker' }] });
    },
  }),
});
