/**
 * Which calls touch a local file, at which argument, and how. Data only; `file-uses.ts` gives the rows their meaning.
 *
 * Sources: the API references of Node, Deno and Bun, and of each package named.
 */

export type FileAction =
  | 'write'
  | 'append'
  /** Opens with flags that decide: `open(path, 'wx')`. */
  | 'open'
  | 'read'
  | 'list'
  | 'test'
  | 'remove'
  | 'makeDirectory'
  /** Reads the first path, writes the second. */
  | 'copy'
  /** Takes the first path away, writes the second. */
  | 'move'
  /** Writes the second path, which only points at the first. */
  | 'link';

/** Modules with the functions of Node's `fs`, under the same names. */
export const FS_MODULE = /^(fs|fs\/promises|fs-extra|fs-extra\/esm|graceful-fs|mz\/fs|promise-fs|fs-promise|@supercharge\/fs|@std\/fs)$/;

/** Functions of `fs` and its drop-in packages; a `Sync` or `Async` at the end is taken off before. */
export const FS_FUNCTIONS: Readonly<Record<string, FileAction>> = {
  writeFile: 'write',
  writeJson: 'write',
  writeJSON: 'write',
  outputFile: 'write',
  outputJson: 'write',
  outputJSON: 'write',
  createFile: 'write',
  ensureFile: 'write',
  createWriteStream: 'write',
  appendFile: 'append',
  open: 'open',
  openAsBlob: 'read',
  readFile: 'read',
  readJson: 'read',
  readJSON: 'read',
  createReadStream: 'read',
  readdir: 'list',
  opendir: 'list',
  exists: 'test',
  pathExists: 'test',
  access: 'test',
  stat: 'test',
  lstat: 'test',
  unlink: 'remove',
  rm: 'remove',
  rmdir: 'remove',
  remove: 'remove',
  emptyDir: 'remove',
  truncate: 'remove',
  mkdir: 'makeDirectory',
  mkdirs: 'makeDirectory',
  mkdirp: 'makeDirectory',
  ensureDir: 'makeDirectory',
  copyFile: 'copy',
  copy: 'copy',
  cp: 'copy',
  rename: 'move',
  move: 'move',
  symlink: 'link',
  link: 'link',
};

export const DENO_FUNCTIONS: Readonly<Record<string, FileAction>> = {
  writeFile: 'write',
  writeTextFile: 'write',
  create: 'write',
  open: 'open',
  readFile: 'read',
  readTextFile: 'read',
  readDir: 'list',
  stat: 'test',
  lstat: 'test',
  remove: 'remove',
  mkdir: 'makeDirectory',
  copyFile: 'copy',
  rename: 'move',
};

/** Methods of the object that `Bun.file(path)` gives. */
export const BUN_FILE_METHODS: Readonly<Record<string, FileAction>> = {
  text: 'read',
  json: 'read',
  arrayBuffer: 'read',
  bytes: 'read',
  stream: 'read',
  exists: 'test',
  stat: 'test',
  write: 'write',
  writer: 'write',
  delete: 'remove',
  unlink: 'remove',
};

/** Single functions of small packages: module, export (`default` for the module itself), action. */
export const FILE_PACKAGES: readonly { readonly module: RegExp; readonly name: RegExp; readonly action: FileAction }[] = [
  { module: /^jsonfile$/, name: /^writeFile/, action: 'write' },
  { module: /^jsonfile$/, name: /^readFile/, action: 'read' },
  { module: /^(write-file-atomic|write-json-file|write|write-yaml-file|fast-write-atomic|steno)$/, name: /./, action: 'write' },
  { module: /^(load-json-file|read-json-file|read-yaml-file)$/, name: /./, action: 'read' },
  { module: /^(path-exists|file-exists)$/, name: /./, action: 'test' },
  { module: /^(rimraf|del|trash)$/, name: /./, action: 'remove' },
  { module: /^(make-dir|mkdirp)$/, name: /./, action: 'makeDirectory' },
  { module: /^(cp-file|copy-file|cpy)$/, name: /./, action: 'copy' },
  { module: /^(move-file|mv)$/, name: /./, action: 'move' },
];

/** Where a call of some other library takes the path of a file that it writes. */
export interface OutputCall {
  readonly method: RegExp;
  /** The position of the path, or the option that holds it. */
  readonly at: number | string;
  /** A module that must be imported, where the method's name is too common to stand alone. */
  readonly module?: RegExp;
  /** What the receiver's text must end with. */
  readonly receiver?: RegExp;
  /** The bytes come from a store that keeps them. */
  readonly isDownload?: boolean;
}

export const OUTPUT_CALLS: readonly OutputCall[] = [
  { method: /^(screenshot|pdf)$/, at: 'path' },
  { method: /^toFile$/, at: 0 },
  { method: /^writeFile$/, at: 0, receiver: /\.(xlsx|csv)$/ },
  { method: /^(writeFile|writeFileXLSX|writeFileAsync)$/, at: 1, module: /^(xlsx|xlsx-js-style|@e965\/xlsx)$/ },
  { method: /^saveAs$/, at: 0 },
  { method: /^mv$/, at: 0, module: /^express-fileupload$/ },
  { method: /^mv$/, at: 0, receiver: /(file|image|upload|avatar|photo)\w*$/i },
  { method: /^(writeZip|extractAllTo)$/, at: 0, module: /^adm-zip$/ },
  { method: /^(save|output|saveToFile)$/, at: 0, module: /^fluent-ffmpeg$/ },
  { method: /^(write|writeAsync)$/, at: 0, module: /^(jimp|gm)$/ },
  { method: /^(renderMedia|renderStill|renderFrames)$/, at: 'outputLocation' },
  { method: /^renderStill$/, at: 'output' },
  { method: /^(youtubedl|youtubeDl|ytdlp?|exec)$/, at: 'output', module: /^(youtube-dl-exec|yt-dlp-exec)$/ },
  { method: /^(c|create)$/, at: 'file', module: /^tar$/ },
  { method: /^download$/, at: 'destination', isDownload: true },
  { method: /^downloadToFile$/, at: 0, isDownload: true },
  { method: /^fastGet$/, at: 1, isDownload: true },
];

/** Writes its first argument to a new temporary file, and gives the path. */
export const TEMPORARY_WRITE = { module: /^(tempy|temp-write)$/, member: /^(temporaryWrite|temporaryWriteTask|write|sync|)$/ } as const;

/** Methods that send a local file's content to the client. */
export const SENDS_CONTENT = /^(sendFile|sendfile|download)$/;

export const CHILD_PROCESS =
  /^(child_process|execa|cross-spawn|shelljs|zx|cross-spawn-promise|promisify-child-process|tinyexec|nano-spawn)$/;
/** Arguments of a command line before the path that it writes. */
export const OUTPUT_FLAG = /^(-o|-O|--output|--out|--output-file|--outfile|--result-file|--dest|--out-file)$/;
/** Commands whose last argument is the path that they write. */
export const LAST_IS_OUTPUT =
  /(^|\/|\b)(ffmpeg|convert|magick|pdftoppm|wkhtmltopdf|wkhtmltoimage|sox|pandoc|gs|pdftotext|cwebp|dcraw|avconv)/i;

/** Functions that only look at a path, or pass their argument's value on: the file is not used by them. */
export const PATH_ONLY =
  /^(basename|extname|dirname|relative|parse|normalize|isAbsolute|join|resolve|format|sep|includes|startsWith|endsWith|split|replace|match|test|encodeURIComponent|pathToFileURL|fileURLToPath|toString|trim|slice|toLowerCase|String|Error|TypeError|lookup|getType|contentType)$/;
/** Calls that wrap a value without using it. */
export const CARRIERS =
  /^(JSON\.stringify|Buffer\.from|String|Object\.assign|Object\.freeze|structuredClone|encodeURIComponent|NextResponse\.json|Response\.json|marshall|stringify|fromJson)$/;
export const LOG_CALL =
  /(^|\.)(console|logger|log|logging|winston|pino|debug|trace|tracer|metrics|span|Sentry)(\.|$)|\.(debug|info|warn|error|verbose|trace|log|setAttribute|setAttributes|addBreadcrumb|captureException)$/;

/** Commands and calls by which a value reaches another function or a database. */
export const MESSAGE_COMMAND =
  /^(SendMessage(Batch)?|Publish(Batch)?|PutEvents|Invoke|StartExecution|SendTaskSuccess|Put|PutItem|Update|UpdateItem|TransactWrite|TransactWriteItems|BatchWrite|ExecuteStatement|PutRecord|PutRecords|Enqueue)(Command)?$/;
export const MESSAGE_METHOD =
  /^(sendMessage|sendMessages|sendMessageBatch|send|sendEvent|publish|publishMessage|publishJSON|enqueue|emit|add|addJob|addBulk|push|lpush|rpush|lPush|rPush|produce|dispatch|trigger|batchTrigger|createTask|putEvents|startExecution|xadd|xAdd)$/;
export const MESSAGE_RECEIVER =
  /(queue|sqs|sns|topic|producer|publisher|events?|eventbus|bus|pubsub|inngest|kafka|qstash|sender|redis|tasks?|jobs?|boss|step)\w*$/i;
/** Functions of other modules that record a value, by their verbs. */
export const HANDING_FUNCTION =
  /^(mark|record|register|remember|insert|enqueue|publish)([A-Z]|$)|^(set|update)\w*(Status|State|Row|Record|Job|Entry)$/;
export const STORE_METHOD =
  /^(create|createMany|insert|insertOne|insertMany|insertInto|update|updateOne|updateMany|upsert|save|put|putItem|set|hset|hSet|setex|values|findOneAndUpdate|findByIdAndUpdate|findOneAndReplace|replaceOne|query|execute|run|add|create_document|createDocument|updateDocument|patch|setItem|mset)$/;
export const STORE_RECEIVER =
  /(^|\.)(\w*[dD]b|DB|prisma|\w*[rR]epo|\w*[rR]epository|supabase|knex|redis|kv|drizzle|ddb|dynamo\w*|firestore|mongo\w*|pool|sql|tx|trx|database|databases|sequelize|entityManager|convex|payload|strapi)(\.|$)|(^|\.)(\w*collection|\w*model|\w*table|\w*store|\w*docref|\w*doc|\w*ref|client|conn|connection|pg|mysql|orm|em|documents?)$/i;
export const RESPONSE_METHOD = /^(json|send|end|write|jsonp|render|text|html|body|respond|reply|redirect|set|header)$/;
export const RESPONSE_RECEIVER =
  /^(res|response|reply|c|ctx|context|h|Response|NextResponse|resp|req\.res|this\.res|callback|interaction|Astro)(\.|$)/;
