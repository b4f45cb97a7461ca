import { buildPerRequest } from '../src/suggestions/build-per-request.js';
import { moveIntoHandler } from '../src/suggestions/move-into-handler.js';
import { createRule } from './create-rule.js';
import { reportState } from './report-state.js';

type MessageIds = 'requestLeak' | 'requestLeakSetter' | 'requestLeakLazy' | 'moveIntoHandler' | 'buildPerRequest';
type Options = readonly [{ readonly strict?: boolean }];

/** An instance serves one request after another, and on many platforms several at once. */
export const noRequestLeak = createRule<MessageIds, Options>({
  name: 'no-request-leak',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow request data kept in module scope',
      recommended: 'error',
      strict: 'error',
      concern: 'request leak',
      movesTo: 'a local variable, a parameter, or `AsyncLocalStorage`',
    },
    schema: [
      {
        type: 'object',
        properties: {
          strict: {
            type: 'boolean',
            description:
              'Also report values that every invocation overwrites before it reads them: they leak where an instance serves several requests at once.',
          },
        },
        additionalProperties: false,
      },
    ],
    hasSuggestions: true,
    messages: {
      requestLeak:
        '`{{name}}` keeps data of one request where the next one finds it ({{where}}): another request on this instance sees or acts with it. Keep it in a local variable, pass it on, or use AsyncLocalStorage.',
      requestLeakSetter:
        '`{{name}}` is given data of one request and keeps it ({{where}}): another request on this instance acts with it. Make one for each request, hand the value to each call, or take it back in `finally`.',
      requestLeakLazy:
        '`{{name}}` is made with data of the first request and kept ({{where}}): every later request on this instance is served with it. Make it for each request, or keep one for each key.',
      moveIntoHandler: 'Move `{{name}}` into the handler, so that each request has its own.',
      buildPerRequest: 'Give each request a copy of `{{name}}`.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: ({ mayKeepState }) => mayKeepState,
  create: (context, [{ strict }]) => ({
    'Program:exit'() {
      reportState(context, 'request-leak', {
        messageId: 'requestLeak',
        particular: [
          { detail: 'setter', messageId: 'requestLeakSetter' },
          { detail: 'lazy', messageId: 'requestLeakLazy' },
        ],
        strict,
        offers: [
          { messageId: 'moveIntoHandler', rewrite: moveIntoHandler },
          { messageId: 'buildPerRequest', rewrite: buildPerRequest },
        ],
      });
    },
  }),
});
