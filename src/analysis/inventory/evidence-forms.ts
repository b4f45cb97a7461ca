/**
 * What a call of a store shows about a durable concern, as data: the first row that fits a call is what it shows. Adding a form is
 * adding a row.
 *
 *     new PutCommand({ …, ConditionExpression: 'attribute_not_exists(id)' })   // deduplication: a conditional write
 *
 * A row shows that the code takes care of a concern outside the process. It does not show that it does so well.
 */
import type { StoreKind } from '../external-stores.js';

/** The concerns of a design review, as its checklist names them. */
export type ReviewConcern =
  'progress' | 'dedup' | 'lock' | 'record' | 'file' | 'checkpoint' | 'retry' | 'counter' | 'hand-off' | 'cache' | 'request' | 'switch';

export interface EvidenceForm {
  readonly concern: ReviewConcern;
  /** What the code does, in the words of the checklist. */
  readonly shows: string;
  readonly kinds?: readonly StoreKind[];
  readonly stores?: RegExp;
  /** The module that the client was made of, with the export: `@upstash/ratelimit#Ratelimit`. */
  readonly made?: RegExp;
  /** The method that is called, or the command that is sent. */
  readonly methods?: RegExp;
  /** The arguments, and the chain that the call ends. */
  readonly text?: RegExp;
  /** The names around: the function, the receiver, the arguments. */
  readonly names?: RegExp;
  /** Only calls that change the store. */
  readonly writes?: boolean;
}

const UNLESS_THERE =
  /attribute_not_exists|If-?None-?Match|ifGenerationMatch['"]?\s*:\s*0|\$setOnInsert|ON\s+CONFLICT\b(?![\s\S]*DO\s+UPDATE)|INSERT\s+(OR\s+)?IGNORE|\b(nx|NX)\s*:\s*true|['"`]NX['"`]|skipDuplicates\s*:\s*true|ignoreDuplicates\s*:\s*true|etagOnlyIf|onlyIfNew\s*:\s*true/i;
const LOCK_WORD = /lock|lease|mutex|semaphore|leader|fenc(e|ing)|exclusive/i;
const JOB_WORD =
  /job|workflow|\bruns?\b|import|export|pipeline|saga|progress|steps?\b|stage|batch|migration|onboarding|upload|render|sync|execution|task/i;
const PROGRESS_FIELD =
  /\b(status|state|step|stage|phase|progress|percent\w*|current_?step|completed_?steps?)\b['"`]?\s*[:,}=]|#(status|state|step|stage|progress)\b/i;
const POSITION_FIELD =
  /\b(cursor|checkpoint|watermark|high_?water\w*|offset|last_?(processed|sync(ed)?|seen|event|run|polled|imported)\w*|(sync|continuation|resume|delta|next_?page)_?token|position)\b['"`]?\s*[:,}=]/i;
const POSITION_KEY = /['"`][^'"`]*(cursor|checkpoint|watermark|offset|last[-_:]?(sync|run|processed))[^'"`]*['"`]/i;
const ATTEMPT_FIELD =
  /\b(attempts?|retries|retry_?count|attempt_?count|failure_?count|failed_?attempts|receive_?count|backoff)\b['"`]?\s*[:,}=]/i;
const ADDS =
  /\$inc\b|\bADD\s+[#:]?\w+\s+:|FieldValue\.increment|\bincrement\(|\b(increment|decrement)\s*:|if_not_exists\(|\b(\w+)\s*=\s*(\w+\.)?\2\s*[+-]|redis\.call\(\s*['"]INCR|\.(incr|incrby|hincrby|zincrby)\(/i;
const EXPIRES = /\b(EX|PX|EXAT)\b|\b(ex|px|ttl|expire\w*|expiration\w*|maxAge|ttlSeconds)\b['"]?\s*[:,}]/;

export const EVIDENCE_FORMS: readonly EvidenceForm[] = [
  // What a library or a command was made for
  { concern: 'lock', shows: 'a lock library over a store', made: /^(redlock|redis-semaphore|@upstash\/lock)#/ },
  { concern: 'dedup', shows: 'an idempotency layer', made: /^@aws-lambda-powertools\/idempotency/ },
  { concern: 'counter', shows: 'a rate limit in a store', made: /^(@upstash\/ratelimit|rate-limit-redis|rate-limiter-flexible)#/ },
  { concern: 'record', shows: 'a session store', made: /^connect-redis#/ },
  { concern: 'checkpoint', shows: 'a checkpoint store', made: /^@azure\/eventhubs-checkpointstore-blob#/ },
  { concern: 'cache', shows: 'a cache service', made: /^(next\/cache|@keyv\/redis|keyv-redis|cache-manager-[\w-]+)#/ },
  {
    concern: 'switch',
    shows: 'a configuration store',
    stores: /^(AWS Systems Manager parameters|AWS AppConfig|Vercel Edge Config|Firebase Remote Config|Azure App Configuration)$/,
  },
  // Locks
  {
    concern: 'lock',
    shows: 'an advisory or row lock',
    text: /pg_(try_)?advisory(_xact)?_lock|\bGET_LOCK\s*\(|sp_getapplock|\bFOR\s+(NO\s+KEY\s+)?UPDATE\b/i,
  },
  { concern: 'lock', shows: 'a lease', methods: /^(acquireLease|renewLease|acquireLock|withLock|leaseBlob)$/ },
  { concern: 'lock', shows: 'a conditional write of a lock', text: UNLESS_THERE, names: LOCK_WORD },
  {
    concern: 'lock',
    shows: 'a conditional write of a lock',
    methods: /^(setnx|setNX|PutCommand|PutItemCommand|UpdateCommand|UpdateItemCommand)$/,
    names: LOCK_WORD,
    text: /Condition|['"`]/,
  },
  // Counters
  {
    concern: 'counter',
    shows: 'an atomic increment',
    methods:
      /^(incr|incrBy|incrby|incrByFloat|incrbyfloat|hincrby|hIncrBy|zincrby|zIncrBy|decr|decrBy|decrby|increment|decrement|incrementBy)$/,
  },
  { concern: 'counter', shows: 'an atomic increment', kinds: ['database', 'cache'], text: ADDS, writes: true },
  {
    concern: 'counter',
    shows: 'a window of time stamps in a store',
    kinds: ['cache'],
    methods: /^(zadd|zAdd|zcard|zCard|zremrangebyscore|zRemRangeByScore)$/,
  },
  // Deduplication
  { concern: 'dedup', shows: 'a write that fails or does nothing where the key is there', text: UNLESS_THERE },
  {
    concern: 'dedup',
    shows: 'a write that does nothing where the key is there',
    methods: /^(setnx|setNX|msetnx|onConflictDoNothing|insertOrIgnore|putIfAbsent)$/,
  },
  { concern: 'dedup', shows: 'a create that fails where the document is there', stores: /^Firestore$/, methods: /^create$/ },
  { concern: 'dedup', shows: 'a deduplication id for the message system', kinds: ['message system'], text: /deduplication_?id/i },
  {
    concern: 'dedup',
    shows: 'a record of what has been handled',
    kinds: ['database', 'cache'],
    names: /idempoten|dedup|(processed|handled)_?(events?|messages?|webhooks?|ids?)\b/i,
  },
  // Checkpoints
  { concern: 'checkpoint', shows: 'a committed offset', methods: /^(commitOffsets?|updateCheckpoint|resolveOffset|CheckpointCommand)$/ },
  { concern: 'checkpoint', shows: 'a stored position', kinds: ['database', 'cache', 'object storage'], text: POSITION_FIELD, writes: true },
  {
    concern: 'checkpoint',
    shows: 'a stored position',
    kinds: ['database', 'cache', 'object storage'],
    text: POSITION_KEY,
    methods: /^(get|set|put|hget|hset|GetCommand|PutCommand|GetItemCommand|PutItemCommand|GetParameterCommand|PutParameterCommand)$/,
  },
  // Retry safety
  {
    concern: 'retry',
    shows: 'a delivery that is parked or given back',
    kinds: ['message system'],
    methods: /^(deadLetter\w*|abandonMessage|nack|retry|retryAll|ChangeMessageVisibility\w*Command)$/,
  },
  { concern: 'retry', shows: 'a dead-letter queue', kinds: ['message system'], names: /dlq|dead_?letter/i },
  {
    concern: 'retry',
    shows: 'attempts kept by the message system',
    kinds: ['message system', 'workflow store'],
    text: /\b(attempts|maxRetries|retries|retryLimit|maxAttempts|backoff)\b['"]?\s*:/,
  },
  { concern: 'retry', shows: 'a stored count of attempts', kinds: ['database', 'cache'], text: ATTEMPT_FIELD, writes: true },
  // Progress
  { concern: 'progress', shows: 'a workflow engine', kinds: ['workflow store'] },
  { concern: 'progress', shows: 'a job row', kinds: ['database', 'cache'], text: PROGRESS_FIELD, names: JOB_WORD, writes: true },
  // What the kind of the store says
  {
    concern: 'hand-off',
    shows: 'a message',
    kinds: ['message system'],
    methods:
      /^(?!(receive|Receive|Delete|delete|ack|subscribe|consume|on|once|close|connect|process|List|Get|Describe|get|assert|bind|Create(Queue|Topic))).*$/,
  },
  { concern: 'file', shows: 'an object', kinds: ['object storage'] },
  { concern: 'cache', shows: 'an entry with an expiry', text: EXPIRES, kinds: ['cache', 'database'], methods: /^(set|put|hset|hSet)$/ },
  {
    concern: 'cache',
    shows: 'an entry with an expiry',
    kinds: ['cache'],
    methods: /^(setex|setEx|psetex|pSetEx|getex|getEx|expire|pexpire|pExpire)$/,
  },
  {
    concern: 'cache',
    shows: 'a cache service',
    kinds: ['cache'],
    methods: /^(get|set|mget|mGet|mset|mSet|hget|hGet|hgetall|hGetAll|del|match|put|wrap)$/,
  },
  { concern: 'record', shows: 'a durable write', kinds: ['database'], writes: true },
];
