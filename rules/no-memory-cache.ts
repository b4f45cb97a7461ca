import { createRule } from './create-rule.js';
import { reportState, reportStores } from './report-state.js';

type MessageIds = 'memoryCache' | 'memoryCacheLibrary';
type Options = readonly [{ readonly strict?: boolean }];

/** A cache without an authority behind it, or written before it, is a database that forgets. */
export const noMemoryCache = createRule<MessageIds, Options>({
  name: 'no-memory-cache',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow caches in process memory that have no authority, no expiry or no bound',
      recommended: 'warn',
      strict: 'error',
      concern: 'cache',
      movesTo: 'a cache service, or a read-through cache with an expiry',
    },
    schema: [
      {
        type: 'object',
        properties: {
          strict: { type: 'boolean', description: 'Also report request-keyed caches that have an authority but neither an expiry nor a bound.' },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      memoryCache:
        '`{{name}}` is a cache that is trusted as the truth ({{where}}): other instances keep serving what they have, and a recycled one forgets what was only written here. Write the store first and read through with an expiry, or use a cache service.',
      memoryCacheLibrary: '`{{name}}` ({{library}}) keeps {{holds}} in this process{{evidence}}: {{consequence}}. {{wayOut}}.',
    },
  },
  defaultOptions: [{ strict: false }],
  create: (context, [{ strict }]) => ({
    'Program:exit'() {
      reportState(context, 'cache', { messageId: 'memoryCache', strict });
      reportStores(context, 'no-memory-cache', { messageId: 'memoryCacheLibrary', strict });
    },
  }),
});
