import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'memoryProgress';

/** Whoever asks how far the work has come may reach an instance that never heard of it. */
export const noMemoryProgress = createRule<MessageIds>({
  name: 'no-memory-progress',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow workflow progress and job status kept in process memory',
      recommended: 'error',
      strict: 'error',
      concern: 'progress',
      movesTo: 'a workflow engine or a job table',
    },
    schema: [],
    messages: {
      memoryProgress:
        '`{{name}}` holds how far work has come in this process only ({{where}}): another instance answers as if the work had never started, and a restart loses it. Keep progress in a job table or a workflow engine.',
    },
  },
  defaultOptions: [],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context) => ({
    'Program:exit'() {
      reportState(context, 'progress', { messageId: 'memoryProgress' });
    },
  }),
});
