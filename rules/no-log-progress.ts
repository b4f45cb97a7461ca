import { analyzeFile } from '../src/analysis/index.js';
import { findProgressInLogs, mayTellProgress } from '../src/analysis/logs/progress-in-logs.js';
import { createRule } from './create-rule.js';

type MessageIds = 'loggedBatch' | 'loggedSteps' | 'readFromLogs';

/** A log line is no record: a run that is interrupted and started again cannot ask it what is done. */
export const noLogProgress = createRule<MessageIds>({
  name: 'no-log-progress',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow progress kept only in log lines, or read back from them',
      recommended: 'warn',
      strict: 'error',
      concern: 'log',
      movesTo: 'a workflow store, or a job table',
    },
    schema: [],
    messages: {
      loggedBatch:
        'Only this log line says how far the loop around `{{work}}` has come ({{where}}): a run that starts again repeats what is done or skips what is not. Write the position to a job table, or make each unit a step of a workflow.',
      loggedSteps:
        'Only log lines say which steps are done, from `{{work}}` on ({{where}}): a retry repeats them all. Record each step in a job table, or make it a step of a workflow.',
      readFromLogs:
        '`{{source}}` reads progress back from logs ({{where}}): lines arrive late, get lost and expire. Keep the position in a store, beside the data.',
    },
  },
  defaultOptions: [],
  mayReport: ({ look }) => mayTellProgress(look),
  create(context) {
    return {
      'Program:exit'() {
        for (const { node, use, form, subject, where } of findProgressInLogs(analyzeFile(context))) {
          if (use === 'read') context.report({ node, messageId: 'readFromLogs', data: { source: subject, where } });
          else context.report({ node, messageId: form === 'steps' ? 'loggedSteps' : 'loggedBatch', data: { work: subject, where } });
        }
      },
    };
  },
});
