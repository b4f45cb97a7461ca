import type { ReviewConcern } from '../analysis/inventory/index.js';

export interface ChecklistRow {
  readonly concern: ReviewConcern;
  readonly title: string;
  /** What to ask where the code shows nothing, and what to ask anyway. */
  readonly question: string;
  /** The rules whose findings belong here. */
  readonly rules: readonly string[];
}

/** The checklist of a design review, in the order in which it is read. `docs/checklist.md` has the same rows, with what answers them. */
export const CHECKLIST_ROWS: readonly ChecklistRow[] = [
  {
    concern: 'progress',
    title: 'Workflow progress',
    question: 'When the process dies after step 2, who knows, and where does the next one start?',
    rules: ['no-memory-progress', 'no-log-progress'],
  },
  {
    concern: 'dedup',
    title: 'Deduplication keys',
    question: 'If the same event arrives on two instances, or twice an hour apart, is the effect there once?',
    rules: ['no-memory-dedup'],
  },
  {
    concern: 'lock',
    title: 'Locks and leases',
    question: 'What keeps two instances apart, when does that end by itself, and what stops an owner that wakes up late?',
    rules: ['no-memory-lock'],
  },
  {
    concern: 'record',
    title: 'User and order records',
    question: 'Can another instance read this right after it was confirmed?',
    rules: ['no-memory-record'],
  },
  {
    concern: 'file',
    title: 'Files and artifacts',
    question: 'Which file is needed by anything but the invocation that made it?',
    rules: ['no-tmp-storage'],
  },
  {
    concern: 'checkpoint',
    title: 'Event checkpoints',
    question: 'Is the position committed with the data that was read up to it?',
    rules: ['no-memory-checkpoint'],
  },
  {
    concern: 'retry',
    title: 'Retry safety markers',
    question: 'Who counts the attempts, where does the last one end, and who looks there?',
    rules: ['no-memory-retry'],
  },
  {
    concern: 'counter',
    title: 'Counters and limits',
    question: 'Does the limit hold with fifty instances?',
    rules: ['no-memory-counter'],
  },
  {
    concern: 'hand-off',
    title: 'Buffered hand-off',
    question: 'What has been accepted and is stored nowhere, and who wakes up for what has to happen later?',
    rules: ['no-memory-queue', 'no-memory-timer'],
  },
  {
    concern: 'cache',
    title: 'Caches',
    question: 'From where is an entry fetched again, and how old may it be?',
    rules: ['no-memory-cache'],
  },
  {
    concern: 'request',
    title: 'Request data',
    question: 'What does the second request on this instance find that the first has left?',
    rules: ['no-request-leak'],
  },
  {
    concern: 'switch',
    title: 'Switches and other state',
    question: 'Who changes this at run time, and how do the other instances learn of it?',
    rules: ['no-module-state'],
  },
];

/** Libraries that keep their data in the process are as different as what they keep: `no-memory-store` reports them all. */
export const CONCERN_OF_HOLDING: ReadonlyMap<string, ReviewConcern> = new Map([
  ['records', 'record'],
  ['sessions', 'record'],
  ['conversations', 'record'],
  ['installations', 'record'],
  ['rate limits', 'counter'],
  ['published messages', 'hand-off'],
  ['scheduled jobs', 'hand-off'],
  ['queued work', 'hand-off'],
  ['cached values', 'cache'],
  ['breaker state', 'retry'],
  ['locks', 'lock'],
]);

/** The row that a finding belongs to; `holds` says what a library store keeps. */
export function concernOfRule(rule: string, holds: string | undefined): ReviewConcern {
  const row = CHECKLIST_ROWS.find(({ rules }) => rules.includes(rule));
  return row?.concern ?? CONCERN_OF_HOLDING.get(holds ?? '') ?? 'record';
}
