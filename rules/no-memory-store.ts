import { analyzeFile } from '../src/analysis/index.js';
import { findMemoryStores, loadsMemoryStore } from '../src/analysis/stores/find-memory-stores.js';
import { createRule } from './create-rule.js';

type MessageIds = 'memoryStore';
type Options = readonly [{ readonly strict?: boolean }];

/** A library that keeps sessions, counts, jobs or records in the process loses them with the instance, and shares them with no other. */
export const noMemoryStore = createRule<MessageIds, Options>({
  name: 'no-memory-store',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow libraries whose store is this process',
      recommended: 'error',
      strict: 'error',
      concern: 'library store',
      movesTo: "the library's own external store",
    },
    schema: [
      {
        type: 'object',
        description: 'How much is reported.',
        properties: {
          strict: {
            type: 'boolean',
            description:
              'Also report stores that are reasonable as a first level, such as caches in front of a store and limits on what runs at once.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      memoryStore: '`{{name}}` ({{library}}) keeps {{holds}} in this process{{evidence}}: {{consequence}}. {{wayOut}}.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: loadsMemoryStore,
  create(context, [{ strict = false }]) {
    return {
      'Program:exit'() {
        for (const { rule, strictOnly, loc, data } of findMemoryStores(analyzeFile(context))) {
          if (rule === 'no-memory-store' && (strict || !strictOnly)) context.report({ loc, messageId: 'memoryStore', data });
        }
      },
    };
  },
});
