/**
 * What names say of a call: the verbs of functions, the methods of stores, what stores and streams are called. Data only; `effects.ts`
 * asks these lists in the order that decides.
 *
 * Sources: the API references of the SDKs, drivers and ORMs of `external-stores.ts`, and the words that services use for their own
 * functions.
 */
import type { EffectKind } from './effects.js';

interface VerbRow {
  readonly kind: EffectKind;
  /** First words of names. */
  readonly verbs: readonly string[];
}

/** What the first word of a name says: `sendWelcome` → `send`. Words that many synchronous functions bear too are left out. */
// prettier-ignore -- lists of words, many to a line
const VERBS: readonly VerbRow[] = [
  {
    kind: 'read',
    verbs: [
      'get',
      'find',
      'fetch',
      'list',
      'browse',
      'populate',
      'load',
      'read',
      'query',
      'select',
      'search',
      'lookup',
      'look',
      'count',
      'exists',
      'has',
      'is',
      'are',
      'can',
      'should',
      'check',
      'verify',
      'validate',
      'parse',
      'authenticate',
      'authorize',
      'require',
      'resolve',
      'json',
      'text',
      'blob',
      'form',
      'array',
      'describe',
      'download',
      'head',
      'scan',
      'peek',
      'compare',
      'calculate',
      'calc',
      'compute',
      'transform',
      'format',
      'hash',
      'encrypt',
      'decrypt',
      'decode',
      'encode',
      'render',
      'compile',
      'evaluate',
      'estimate',
      'predict',
      'to',
      'from',
      'assert',
      'preload',
      'prefetch',
      'warm',
      'warmup',
      'refresh',
      'revalidate',
      'extract',
      'detect',
      'analyze',
      'analyse',
      'classify',
      'summarize',
      'generate',
      'build',
      'collect',
      'latest',
      'retrieve',
      'probe',
      'inspect',
      'match',
      'filter',
      'map',
      'sort',
      'merge',
      'clone',
      'convert',
      'normalize',
      'sanitize',
      'stringify',
      'measure',
      'screenshot',
      'goto',
      'evaluate',
      'introspect',
      'explain',
      'diff',
      'ask',
      'chunk',
      'paginate',
      'iterate',
      'pull',
      'scrape',
      'crawl',
      'stat',
      'navigate',
      'prerender',
      'refetch',
      'sample',
    ],
  },
  { kind: 'pause', verbs: ['sleep', 'delay', 'wait', 'pause', 'timeout', 'backoff', 'tick', 'throttle', 'debounce', 'jitter'] },
  {
    kind: 'observe',
    verbs: ['log', 'debug', 'info', 'warn', 'error', 'trace', 'metric', 'metrics', 'capture', 'instrument', 'breadcrumb', 'profile'],
  },
  {
    kind: 'close',
    verbs: [
      'close',
      'disconnect',
      'quit',
      'end',
      'destroy',
      'abort',
      'terminate',
      'unsubscribe',
      'kill',
      'stop',
      'shutdown',
      'dispose',
      'clear',
      'clean',
      'cleanup',
      'prune',
      'purge',
      'evict',
      'gc',
      'sweep',
      'trim',
      'unlink',
      'rm',
      'rmdir',
      'rimraf',
      'unref',
      'teardown',
      'drain',
      'detach',
    ],
  },
  {
    kind: 'prepare',
    verbs: [
      'connect',
      'init',
      'initialize',
      'initialise',
      'setup',
      'listen',
      'ready',
      'bootstrap',
      'register',
      'subscribe',
      'configure',
      'install',
      'mount',
      'attach',
      'bind',
      'use',
      'prepare',
      'ensure',
      'hydrate',
      'boot',
      'mkdir',
      'mkdirp',
      'activate',
      'play',
      'launch',
    ],
  },
  {
    kind: 'send',
    verbs: [
      'send',
      'resend',
      'notify',
      'publish',
      'unpublish',
      'post',
      'charge',
      'refund',
      'deliver',
      'dispatch',
      'enqueue',
      'email',
      'mail',
      'sms',
      'invoke',
      'upload',
      'submit',
      'sync',
      'broadcast',
      'announce',
      'schedule',
      'reschedule',
      'invite',
      'remind',
      'ship',
      'pay',
      'payout',
      'withdraw',
      'transfer',
      'forward',
      'book',
      'order',
      'provision',
      'deploy',
      'issue',
      'archive',
      'release',
      'expire',
      'congratulate',
      'inform',
      'retry',
      'replay',
      'redeliver',
      'requeue',
      'poll',
      'ingest',
      'escalate',
      'approve',
      'settle',
      'produce',
      'write',
      'put',
      'commit',
      'flush',
      'append',
      'increment',
      'decrement',
    ],
  },
  { kind: 'store', verbs: ['save', 'store', 'persist', 'insert', 'upsert', 'record', 'mark'] },
];

/** Verbs that make something. Where nobody takes the result, the making is the effect: `await renderVideo(id);`. */
export const MAKING_VERBS =
  /^(render|generate|build|compile|transform|extract|scrape|crawl|download|translate|summarize|analyze|analyse|classify|merge|convert|pull|collect|prerender|resolve|calculate|compute|evaluate)$/;

export const KIND_OF_VERB: ReadonlyMap<string, EffectKind> = new Map(
  VERBS.flatMap(({ kind, verbs }) => verbs.map((verb) => [verb, kind] as const)),
);

/** Methods that only stores have. */
export const STORE_METHODS =
  /^(insertOne|insertMany|updateOne|updateMany|replaceOne|bulkWrite|bulkCreate|findOneAndUpdate|findOneAndReplace|findOneAndDelete|findByIdAndUpdate|findByIdAndDelete|upsert|createMany|createManyAndReturn|deleteMany|deleteOne|batchWrite(Item)?|transactWrite(Items)?|putItem|updateItem|deleteItem|hset|hmset|hSet|setex|setEx|setnx|setNX|incrby|incrBy|hincrby|hIncrBy|zadd|zAdd|sadd|sAdd|rpush|rPush|lpush|lPush|xadd|xAdd|putObject|\$executeRaw|\$executeRawUnsafe|insertInto|saveMany|softDelete|updateById|increment|decrement|rpc|transaction|\$transaction|runTransaction|runMutation|withTransaction|\w+Transaction)$/;
/** Methods that stores share with collections and builders: they write where the receiver is a store. */
export const SHARED_STORE_METHODS =
  /^(create|update|delete|insert|set|put|add|save|remove|destroy|incr|decr|del|expire|push|append|replace|merge|commit|run|values|write|store|publish|execute|exec|persist|persistAndFlush|flush)$/;
/** What stores and their tables are called. */
export const STORE_NAME =
  /^(_?(prisma\w*|db|database|knex|tx|trx|pool|sql|redis\w*|kv|firestore|supabase\w*|sb|ddb|dynamo\w*|documentClient|docClient|mongo\w*|mongoose|repo|repository|orm|em|entityManager|drizzle|turso|neon|pg|mysql|postgres|cosmos\w*|s3|s3Client|bucket|blobs?|tables?|collection|table|datastore|spanner|bigquery)|.*(Repo|Repository|Model|Table|Collection|Kv|Db|DB|Redis|Dao|Prisma|Store|Bucket|DocRef|_KV|_DB|_BUCKET)|ref|DB|KV|D1|R2|BUCKET)$/;
/** Calls in the middle of a chain that lead into a store: `db.collection('orders').doc(id).set(…)`. */
export const STORE_STEPS =
  /^(collection|doc|table|into|container|from|bucket|item|items|insert|update|insertInto|updateTable|upsert|createQueryBuilder|getRepository|getCollection|model|firestore|database|ref|batch|prepare|getStore)$/;
/** Where a `send`, `write` or `end` goes to somebody who is connected now. */
export const LIVE_RECEIVER =
  /^(_?(ws|wss|websocket|webSocket|socket|sock|peer|peers|conn|connection|io|controller|ctrl|writer|stream|sse|responseStream|res|response|reply|resp|server|port|parentPort|readable|writable|transport|emitter|events?|eventEmitter|rl|child|proc|process|ytDlpProcess|worker|c|encoder|push|out|output)|.*(Stream|Socket|Writer|Controller|Response|Process|Emitter|Peer|Bus|Encoder))$/;
/** Of those, what only an answer goes to. */
export const RESPONSE_END = /^_?(res|response|reply|resp|ws|socket|sse)$|(Stream|Socket|Response)$/;
export const RESPOND_NAME =
  /^(resolve|reject|next|cb|callback|done|ack|respond|res|reply|enqueue|redirect|end|emit|sendStatus|write|writeHead|pipe|pipeTo|pipeThrough|pipeline|consumeStream|ping|pong|unref|ref|sendFile|terminate|desiredSize|flushHeaders|postMessage|speak|succeed)$/;
export const MEMORY_METHODS =
  /^(delete|clear|set|add|push|pop|shift|unshift|splice|has|get|forEach|keys|values|entries|sort|reverse|fill|slice|concat|join|split|replace|includes|indexOf|map|filter|reduce|some|every|find|findIndex|flat|flatMap|from|assign|freeze|toString|toISOString|toFixed|random|floor|ceil|round|max|min|now|trim|append|remove|evict|prune|reset|next)$/;
export const OBSERVE_RECEIVER =
  /^(_?(console|log|logger|logging|metrics?|tracer|span|sentry|Sentry|posthog\w*|statsd|datadog|newrelic|telemetry|mixpanel|segment|amplitude|plausible|analytics|Analytics|opentelemetry|performance|debug|otel|honeybadger|rollbar|bugsnag|Bugsnag|reporter|insights|appInsights)|.*(Log|Logger|Metrics|Tracer))$/;
/** Calls that measure or report, whatever their first word: `emitMetrics`, `recordQueueMetrics`, `trackSignup`. */
export const OBSERVE_NAME = /^track([A-Z]|$)|^(print|dump)$|DebugLogs?$|(Metrics?|Telemetry|Analytics)$|TelemetryEvents?$/;
export const STREAM_END = /reader|stream|body|readable|response|iterator/i;
export const FILE_RECEIVER = /^(fs|fsp|fse|fsPromises|promises|fsExtra|path|Deno|Bun|os)$/;
export const FILE_METHODS =
  /^(unlink|rm|rmdir|rmSync|unlinkSync|remove|readFile|writeFile|mkdir|readdir|stat|access|exists\w*|ensureDir|emptyDir|copyFile|rename|open|appendFile)(Sync)?$/;
export const PLAIN_GLOBALS =
  /^(Object|Array|Math|JSON|Number|String|Date|Reflect|Symbol|Map|Set|WeakMap|RegExp|Buffer|URL|URLSearchParams|Headers|Error|Boolean|Intl|crypto|structuredClone|parseInt|parseFloat|Number|isNaN|encodeURIComponent|decodeURIComponent|TextEncoder|TextDecoder|AbortController|Uint8Array|performance|process|expect|vi|jest|z)$/;
export const READ_COMMAND =
  /^(BatchGet|Get|List|Query|Scan|Describe|Head|Select|Search|Filter|Lookup|Receive|Verify|Check|Find|Preview|Detect|Estimate|InvokeModel|Converse|Retrieve|Simulate)/;
export const STORE_COMMAND =
  /^(Put|Update|Delete|BatchWrite|TransactWrite|ExecuteStatement|BatchExecuteStatement|ExecuteTransaction|BatchPut|Copy|CompleteMultipart|UploadPart)\w*Command$/;
export const NOT_STORE_COMMAND = /^Put(Events|Record|Records|Metric\w*|LogEvents|Targets|Rule)Command$/;
export const WRITING_SQL = /^\s*(with\b[\s\S]*\b(insert|update|delete)\b|insert|update|delete|merge|replace|upsert|call|copy)\b/i;
export const READING_SQL = /^\s*(select|show|explain|describe|pragma|with)\b/i;
export const SQL_METHODS =
  /^(query|queryArray|queryObject|execute|exec|run|raw|unsafe|sql|all|prepare|batch|\$queryRawUnsafe|\$executeRawUnsafe|one|none|oneOrNone|any|many)$/;
export const HTTP_CLIENT =
  /^(axios|got|ky|superagent|request|needle|\$fetch|ofetch|wretch|undici|http|https|\$http|httpClient|httpService|nodeFetch)$/;
export const API_CLIENT = /^(api|apiClient|client|http\w*|\w+Api|\w+Client)$/;
export const HTTP_READ = /^(get|head|options|request)$/i;

/** Words for how far work has come, as keys of a record or as columns of a statement. */
export const PROGRESS_KEY =
  /\b(status|state|step|stage|phase|cursor|progress|offset|checkpoint|watermark|position|percent(age)?|(rows|items|records)?_?(processed|completed|imported|done|sent|synced|finished|handled)\w*|(total|num|count)_?(Processed|Done|Sent|Synced)|last_?\w+|next_?(page|cursor|token|offset|batch|key)\w*|page|batch|\w+(_at|At)|current_?(step|stage|batch|page|index)\w*|completed?|done|sent|step_?\w+|attempts?|heartbeat)\b\s*[:,}=]/i;
export const PROGRESS_WRITER =
  /^(update|set|save|record|mark|write|store|persist|report|advance|post|put|upsert|create|log|push|emit|publish|track|add|insert|finish|complete|fail|start)\w*(Progress|Status|State|Step|Stage|Phase|Cursor|Checkpoint|Offset|Position|Watermark|Done|Completed?|Processed|Sent|Finished|Failed|Delivered|Job|Run|Sync|Import|Task|History|Audit|Heartbeat)\w*$/;
/** Methods that write a row, whatever they are called on. */
export const WRITING_NAME = /^(update|set|save|upsert|patch|put|insert|create)([A-Z]\w*)?$/;
export const PROGRESS_METHODS =
  /^(updateProgress|reportProgress|setProgress|heartbeat|updateStatus|setStatus|markAs\w+|mark(Done|Complete|Completed|Processed|Sent|Failed)\w*|saveCheckpoint|saveCursor|checkpoint|setCustomStatus|commitOffsets?|setState|advance|resolveOffset)$/;
/** Calls that hand a unit to a queue or an engine, which keeps it. */
export const HAND_OFF =
  /^(enqueue\w*|publishJSON|batchJSON|publishBatch|sendMessage|sendMessages|sendMessageBatch|addBulk|addJobs?|batchTrigger|trigger|createTask|sendBatch|startExecution|putEvents|sendTask|batchEnqueue|inngest\.send|queueMessage)$/;
export const HAND_OFF_COMMAND =
  /^(SendMessage|SendMessageBatch|PutEvents|PutRecord|PutRecords|StartExecution|PublishBatch|CreateSchedule|Invoke|InvokeAsync)Command$/;
export const QUEUE_NAME = /queue|sqs|bullmq|qstash|inngest|outbox|pubsub|topic|tasks/i;
/** Steps whose results a workflow engine keeps. */
export const WORKFLOW_STEP =
  /(^|\.)(step\.(run|do|sleep|sleepUntil|sendEvent|invoke|waitForEvent|waitForSignal|ai\.\w+|fetch)|(ctx|context|durable)\.(step|run|runStep|callActivity|callSubOrchestrator|activity|invoke|parallel)|callActivity|callActivityWithRetry|callSubOrchestrator|context\.df\.\w+|df\.\w+|DBOS\.\w+|metadata\.(set|increment|append)|io\.runTask|io\.run|workflow\.run)$/;
export const TASK_COMMAND = /^SendTask(Success|Failure|Heartbeat)Command$|^Send(Durable|Callback)\w*Command$/;

/** Calls of a known store that lead to a part of it, or listen to it. */
export const KNOWN_STEP =
  /^(collection|doc|table|into|container|from|bucket|items?|model|database|ref|createQueryBuilder|multi|pipeline|[$]?(on|once|off)|(add|remove)(Event)?Listener|create\w*(Sender|Receiver|Channel|Stream))$|(Db|DB|Database|Client|Connection|Pool|Store|Repository|Collection)$/;
export const KNOWN_CLOSE = /^[$]?(close|disconnect|quit|end|destroy|dispose|shutdown|release)/;
/** Methods of known stores that read under names of their own: the commands of Redis, and those of document stores. */
export const KNOWN_READ =
  /^(aggregate|distinct|watch|stream|h(get(all)?|mget|keys|vals|len|exists|scan)|l(range|len|index|pos)|s(members|card|ismember|inter|union|diff|randmember|scan)|z(range\w*|rev\w*|rank|m?score|card|count|scan)|x(range|revrange|len|read|info|pending)|mget|p?ttl|keys|type|strlen|dbsize|info)$/i;
export const KNOWN_WRITE = /^(create|update|delete|add|set|remove|replace|bulk|del)([A-Z]\w*)?$/;
/** Links of a chain that say how a query runs, not what it does. */
export const KNOWN_RUN = /^(exec|execute|run|values|promise|commit)$/;
