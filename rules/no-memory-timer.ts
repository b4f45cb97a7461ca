import { findLaterWork, mayWorkLater, type LaterWork } from '../src/analysis/timers/later-work.js';
import { analyzeFile } from '../src/analysis/index.js';
import { awaitWork } from '../src/suggestions/await-work.js';
import { handOverWork } from '../src/suggestions/hand-over-work.js';
import { createRule } from './create-rule.js';
import { suggest, type Offer } from './suggest.js';

type MessageIds = 'memoryTimer' | 'detachedWork' | 'awaitWork' | 'handOverWork';

const OFFERS: readonly Offer<MessageIds, LaterWork>[] = [
  { messageId: 'handOverWork', rewrite: handOverWork },
  { messageId: 'awaitWork', rewrite: awaitWork },
];

/** Work that is put off in the process is lost when the instance is frozen, recycled or stopped after the response. */
export const noMemoryTimer = createRule<MessageIds>({
  name: 'no-memory-timer',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow later work scheduled inside the process',
      recommended: 'error',
      strict: 'error',
      concern: 'timer',
      movesTo: "the platform's scheduler, or a delayed message",
    },
    schema: [],
    hasSuggestions: true,
    messages: {
      memoryTimer:
        "`{{timer}}` keeps `{{work}}` for later in this process only ({{where}}): a frozen or recycled instance never runs it. Hand it to the platform's scheduler, or send a delayed message.",
      detachedWork:
        '`{{work}}` is started and nobody waits for it ({{where}}): once the response is out the instance may be frozen, and the work is lost. Await it, hand it to `waitUntil` or `after`, or send a message to a queue.',
      awaitWork: 'Await `{{work}}`.',
      handOverWork: 'Hand `{{work}}` to `{{keeper}}`.',
    },
  },
  defaultOptions: [],
  mayReport: ({ look }) => mayWorkLater(look),
  create(context) {
    return {
      'Program:exit'() {
        const analysis = analyzeFile(context);
        for (const later of findLaterWork(analysis)) {
          const { node, work, where } = later;
          if (later.timer === undefined)
            context.report({ node, messageId: 'detachedWork', data: { work, where }, suggest: suggest(analysis, later, OFFERS) });
          else context.report({ node, messageId: 'memoryTimer', data: { timer: later.timer, work, where } });
        }
      },
    };
  },
});
