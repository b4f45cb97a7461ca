import { loadsMemoryStore } from '../src/analysis/stores/find-memory-stores.js';
import { createRule } from './create-rule.js';
import { reportState, reportStores } from './report-state.js';

type MessageIds = 'memoryCache' | 'memoryCacheWrittenFirst' | 'memoryCacheUnbounded' | 'memoryCacheLibrary';
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
          strict: {
            type: 'boolean',
            description: 'Also report request-keyed caches that have an authority but neither an expiry nor a bound.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      memoryCache:
        '`{{name}}` answers with values that only this process has made ({{where}}): another instance answers otherwise, and a restart forgets them. Make the value in a store that all share, and cache what is read from it.',
      memoryCacheWrittenFirst:
        '`{{name}}` is changed before, or without, the store behind it ({{where}}): other instances keep serving what they have, and a recycled one forgets the change. Write the store first, then drop the entry, or use a cache service.',
      memoryCacheUnbounded:
        '`{{name}}` keeps an entry for each key of a request, with neither expiry nor bound ({{where}}): it serves what the store has long changed, and grows until the instance dies. Give entries an expiry and the cache a bound, or use a cache service.',
      memoryCacheLibrary: '`{{name}}` ({{library}}) keeps {{holds}} in this process{{evidence}}: {{consequence}}. {{wayOut}}.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: (analysis) => analysis.mayKeepState || loadsMemoryStore(analysis),
  create: (context, [{ strict }]) => ({
    'Program:exit'() {
      reportState(context, 'cache', {
        messageId: 'memoryCache',
        particular: [
          { detail: 'written-first', messageId: 'memoryCacheWrittenFirst' },
          { detail: 'unbounded', messageId: 'memoryCacheUnbounded' },
        ],
        strict,
      });
      reportStores(context, 'no-memory-cache', { messageId: 'memoryCacheLibrary', strict });
    },
  }),
});
