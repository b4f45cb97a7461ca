import { analyzeFile } from '../src/analysis/index.js';
import { findLocalFiles, hasInvocationFiles, mayTouchFiles, type Evidence, type LocalFile } from '../src/analysis/files/index.js';
import { createRule } from './create-rule.js';

type MessageIds = 'tmpStorage' | 'tmpScratch';
type Options = readonly [{ readonly strict: boolean }];

/** What the code does, why that fails, and where the data belongs. */
const WORDS: Readonly<Record<Evidence, readonly [fact: string, consequence: string, wayOut: string]>> = {
  claimed: [
    'is a lock file, made only if it is not there',
    'a second instance has its own disk and does the work as well',
    'Take a lease with an expiry in an external store',
  ],
  lockLibrary: [
    'is locked by a file on this instance',
    'a second instance has its own disk and gets the lock as well',
    'Take a lease with an expiry in an external store',
  ],
  testedBefore: [
    'is tested before this invocation wrote it',
    'another instance does not see it, and a recycled one has lost it',
    'Keep the mark in an external store, with a conditional write',
  ],
  writtenBack: [
    'is read and written back',
    'every instance has its own copy, and a recycled one has lost it',
    'Keep these records in a database',
  ],
  readBefore: [
    'is read before this invocation wrote it',
    'another instance does not see it, and a recycled one has lost it',
    'Keep it in a database or in object storage',
  ],
  appended: [
    'is appended to by one invocation after another',
    'every instance has a part of it, and a recycled one has lost it',
    'Write each entry to a database, a stream or object storage',
  ],
  readElsewhere: [
    'is written by one handler and read by another',
    'the other one may run on an instance that has no such file',
    'Put it into object storage or a database',
  ],
  handedOn: [
    'is handed on by its path',
    'whoever reads it there may run on an instance that has no such file',
    'Put it into object storage and hand on its key',
  ],
  returned: [
    'is handed on by its path',
    'whoever reads it there may run on an instance that has no such file',
    'Put it into object storage and hand on its key',
  ],
  onlyCopy: [
    'is the only copy of what it holds',
    'it is lost when the instance is recycled, and no other instance sees it',
    'Put it into object storage or a database',
  ],
  neverWritten: [
    'is read, and nothing here writes it',
    'it is there only if an earlier invocation on this instance left it',
    'Keep it in an external store',
  ],
  database: [
    'is a database on the disk of this instance',
    'every instance has its own, and a recycled one has lost it',
    'Use a database that all instances reach',
  ],
  uploads: [
    'keeps uploads on the disk of this instance',
    'a later request may meet an instance without them',
    'Stream uploads to object storage',
  ],
};

/** A local file belongs to one instance: whatever must outlive the invocation has to be somewhere else. */
export const noTmpStorage = createRule<MessageIds, Options>({
  name: 'no-tmp-storage',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow local files used as storage',
      recommended: 'error',
      strict: 'error',
      concern: 'local file',
      movesTo: 'object storage, or a database',
    },
    schema: [
      {
        type: 'object',
        properties: { strict: { type: 'boolean', description: 'Also report scratch files that have a fixed name or are never removed.' } },
        additionalProperties: false,
      },
    ],
    messages: {
      tmpStorage: '`{{name}}` {{fact}} ({{where}}): {{consequence}}. {{wayOut}}.',
      tmpScratch:
        '`{{name}}` is a scratch file {{fault}} ({{where}}): {{consequence}}. Make it below `mkdtemp` and remove it in `finally`.',
    },
  },
  defaultOptions: [{ strict: false }],
  mayReport: ({ look }) => mayTouchFiles(look),
  create(context, [{ strict }]) {
    return {
      'Program:exit'() {
        const analysis = analyzeFile(context);
        if (!hasInvocationFiles(analysis)) return;
        for (const file of findLocalFiles(analysis)) {
          const where = [chainOf(file, (fn) => analysis.reach.chainTo(fn)), `line ${file.evidenceNode.loc.start.line}`]
            .filter(Boolean)
            .join(', ');
          if (file.evidence) {
            const [fact, consequence, wayOut] = WORDS[file.evidence];
            context.report({
              node: file.node,
              messageId: 'tmpStorage',
              data: { name: file.name, fact: file.how ?? fact, where, consequence, wayOut },
            });
          } else if (strict && (!file.isUnique || !file.isRemoved)) {
            const [fault, consequence] = file.isUnique
              ? ['that is never removed', 'it fills the disk of a warm instance']
              : ['with a fixed name', 'invocations on a warm instance share it'];
            context.report({ node: file.node, messageId: 'tmpScratch', data: { name: file.name, fault, where, consequence } });
          }
        }
      },
    };
  },
});

function chainOf({ fn }: LocalFile, chainTo: (fn: NonNullable<LocalFile['fn']>) => readonly string[]): string {
  return fn ? chainTo(fn).join(' → ') : '';
}
