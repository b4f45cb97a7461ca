/**
 * Libraries that keep a database, uploads or a lock in local files: which call opens one, and where its path stands. Data only.
 *
 * Sources: each package's own documentation, or its types where that is silent.
 */

export interface LocalStore {
  readonly module: RegExp;
  /** The called member; `''` for the module itself, `()` for what a call of it gives. */
  readonly member: RegExp;
  readonly kind: 'database' | 'uploads' | 'lock';
  /** The position of the path, or the option that holds it: `connection.filename`. */
  readonly at: number | string;
  /** The path is an address: local only where it begins so. */
  readonly address?: RegExp;
  /** Where there is no path: the place that the library takes by itself. */
  readonly byDefault?: 'cwd' | 'tmp';
  /** The option that must be there with this text, for libraries that talk to several databases. */
  readonly needs?: { readonly option: string; readonly value: RegExp };
}

export const LOCAL_STORES: readonly LocalStore[] = [
  { module: /^(better-sqlite3|better-sqlite3-multiple-ciphers|libsql)$/, member: /^$/, kind: 'database', at: 0 },
  { module: /^(sqlite3|@vscode\/sqlite3|duckdb)$/, member: /^(Database|cached\.Database)$/, kind: 'database', at: 0 },
  { module: /^sqlite$/, member: /^open$/, kind: 'database', at: 'filename' },
  { module: /^sqlite$/, member: /^DatabaseSync$/, kind: 'database', at: 0 },
  { module: /^bun:sqlite$/, member: /^(Database)?$/, kind: 'database', at: 0 },
  { module: /sqlite\/mod\.ts$|^@db\/sqlite$/, member: /^(DB|Database)$/, kind: 'database', at: 0 },
  { module: /^@duckdb\/node-api$/, member: /^DuckDBInstance\.(create|fromCache)$/, kind: 'database', at: 0 },
  { module: /^@libsql\/client(\/sqlite3)?$/, member: /^createClient$/, kind: 'database', at: 'url', address: /^file:/ },
  // Spelt in two ways by two versions; the first takes a bare path too.
  { module: /^@prisma\/adapter-better-sqlite3$/, member: /^PrismaBetter(SQLite3|Sqlite3)$/, kind: 'database', at: 'url' },
  { module: /^@prisma\/adapter-libsql$/, member: /^PrismaLib(SQL|Sql)$/, kind: 'database', at: 'url', address: /^file:/ },
  { module: /^drizzle-orm\/(better-sqlite3|bun-sqlite)$/, member: /^drizzle$/, kind: 'database', at: 0 },
  { module: /^drizzle-orm\/(better-sqlite3|bun-sqlite)$/, member: /^drizzle$/, kind: 'database', at: 'connection' },
  { module: /^drizzle-orm\/(better-sqlite3|bun-sqlite)$/, member: /^drizzle$/, kind: 'database', at: 'connection.source' },
  { module: /^drizzle-orm\/libsql(\/(node|sqlite3))?$/, member: /^drizzle$/, kind: 'database', at: 0, address: /^file:/ },
  { module: /^drizzle-orm\/libsql(\/(node|sqlite3))?$/, member: /^drizzle$/, kind: 'database', at: 'connection', address: /^file:/ },
  { module: /^drizzle-orm\/libsql(\/(node|sqlite3))?$/, member: /^drizzle$/, kind: 'database', at: 'connection.url', address: /^file:/ },
  { module: /^knex$/, member: /^(knex)?$/, kind: 'database', at: 'connection.filename', needs: { option: 'client', value: /sqlite/ } },
  { module: /^@keyv\/sqlite$/, member: /^(KeyvSqlite|createKeyv)?$/, kind: 'database', at: 0, address: /^sqlite:\/\// },
  { module: /^@keyv\/sqlite$/, member: /^(KeyvSqlite|createKeyv)?$/, kind: 'database', at: 'uri', address: /^sqlite:\/\// },
  { module: /^(pouchdb|pouchdb-node)$/, member: /^$/, kind: 'database', at: 0 },
  { module: /^unstorage\/drivers\/fs(-lite)?$/, member: /^$/, kind: 'database', at: 'base' },
  { module: /^session-file-store$/, member: /^\(\)$/, kind: 'database', at: 'path', byDefault: 'cwd' },
  {
    module: /^lowdb(\/(node|lib)?.*)?$/,
    member: /^(JSONFilePreset|JSONFileSyncPreset|JSONFile|JSONFileSync|TextFile|TextFileSync|DataFile)?$/,
    kind: 'database',
    at: 0,
  },
  { module: /^lowdb\/adapters\/File(Sync|Async)$/, member: /^$/, kind: 'database', at: 0 },
  { module: /^(nedb|@seald-io\/nedb|nedb-core|@rmanibus\/nedb)$/, member: /^$/, kind: 'database', at: 'filename' },
  { module: /^nedb-promises$/, member: /^(create)?$/, kind: 'database', at: 'filename' },
  { module: /^(nedb|@seald-io\/nedb|nedb-promises)$/, member: /^(create)?$/, kind: 'database', at: 0 },
  { module: /^(level|classic-level|leveldb|level-party|rocksdb)$/, member: /^(Level|ClassicLevel)?$/, kind: 'database', at: 0 },
  { module: /^(leveldown|levelup)$/, member: /^$/, kind: 'database', at: 0 },
  { module: /^lmdb$/, member: /^open$/, kind: 'database', at: 'path' },
  { module: /^lmdb$/, member: /^open$/, kind: 'database', at: 0 },
  { module: /^lokijs$/, member: /^$/, kind: 'database', at: 0 },
  { module: /^(simple-json-db|stormdb|keyv-file)$/, member: /^(KeyvFile)?$/, kind: 'database', at: 0 },
  { module: /^keyv-file$/, member: /^(KeyvFile)?$/, kind: 'database', at: 'filename' },
  { module: /^node-json-db$/, member: /^Config$/, kind: 'database', at: 0 },
  { module: /^node-localstorage$/, member: /^LocalStorage$/, kind: 'database', at: 0 },
  { module: /^node-persist$/, member: /^(init|initSync|create)$/, kind: 'database', at: 'dir', byDefault: 'cwd' },
  { module: /^sequelize$/, member: /^(Sequelize)?$/, kind: 'database', at: 'storage', needs: { option: 'dialect', value: /^sqlite$/ } },
  { module: /^sequelize$/, member: /^(Sequelize)?$/, kind: 'database', at: 0, address: /^sqlite:(\/\/)?/ },
  {
    module: /^typeorm$/,
    member: /^(DataSource|createConnection)$/,
    kind: 'database',
    at: 'database',
    needs: { option: 'type', value: /^(sqlite|better-sqlite3)$/ },
  },
  { module: /^quick\.db$/, member: /^QuickDB$/, kind: 'database', at: 'filePath', byDefault: 'cwd' },
  { module: /^multer$/, member: /^$/, kind: 'uploads', at: 'dest' },
  { module: /^multer$/, member: /^diskStorage$/, kind: 'uploads', at: 'destination', byDefault: 'tmp' },
  { module: /^fastify-multer$/, member: /^$/, kind: 'uploads', at: 'dest' },
  {
    module: /^@nestjs\/platform-express$/,
    member: /^(FileInterceptor|FilesInterceptor|AnyFilesInterceptor|FileFieldsInterceptor)$/,
    kind: 'uploads',
    at: 'dest',
  },
  { module: /^formidable$/, member: /^(formidable|IncomingForm|Formidable)?$/, kind: 'uploads', at: 'uploadDir', byDefault: 'tmp' },
  { module: /^multiparty$/, member: /^Form$/, kind: 'uploads', at: 'uploadDir' },
  { module: /^proper-lockfile$/, member: /^(lock|lockSync|check|checkSync)?$/, kind: 'lock', at: 0 },
  { module: /^lockfile$/, member: /^(lock|lockSync|check|checkSync)$/, kind: 'lock', at: 0 },
  { module: /^(fs-ext|fs-native-extensions)$/, member: /^(flock|flockSync|tryLock|waitForLock)$/, kind: 'lock', at: 0 },
  { module: /^(cross-process-lock|fd-lock|lock-file|@npmcli\/fs-lock)$/, member: /./, kind: 'lock', at: 0 },
];

/** Names by which a database says that it lives in memory. */
export const IN_MEMORY = /(^|:)(\/\/)?:memory:|mode=memory/;
/** Properties of an upload that hold its local path. */
export const UPLOAD_PATH = /^(path|filepath|tempFilePath)$/;
