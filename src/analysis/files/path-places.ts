/**
 * Where well-known paths, environment variables and packages point. Data only.
 */

export type Place =
  /** The temporary directory of the instance. */
  | 'tmp'
  /** The working directory, or another writable place on the instance's disk. */
  | 'disk'
  /** The folder that the code was deployed to. */
  | 'code'
  /** A file system that all instances share. */
  | 'shared'
  | 'unknown';

export const ABSOLUTE_PLACES: readonly { readonly path: RegExp; readonly place: Place }[] = [
  { path: /^\/(mnt|efs|nfs|gcs|shared|mount|mounts|volumes?)(\/|$)|^\/var\/efs(\/|$)|^\/home\/site\/(data|storage)/i, place: 'shared' },
  { path: /^\/(tmp|var\/tmp|dev\/shm|private\/tmp)(\/|$)/, place: 'tmp' },
  { path: /^\/(var\/task|opt|var\/runtime|var\/lang)(\/|$)/, place: 'code' },
  { path: /^\/(app|usr\/src|workspace|home|root|Users|var\/www|srv)(\/|$)/, place: 'disk' },
];

export const ENVIRONMENT_PLACES: readonly { readonly name: RegExp; readonly place: Place; readonly path: string }[] = [
  { name: /^(TMPDIR|TEMP|TMP|TEMP_DIR|TMP_DIR)$/, place: 'tmp', path: '/tmp' },
  { name: /^(LAMBDA_TASK_ROOT)$/, place: 'code', path: '/var/task' },
  { name: /^(PWD|INIT_CWD)$/, place: 'disk', path: '.' },
  { name: /^(HOME|USERPROFILE)$/, place: 'disk', path: '~' },
  { name: /(^|_)(EFS|NFS|MOUNT|SHARED|VOLUME|PERSISTENT)(_|$)/, place: 'shared', path: '/mnt' },
];

/** Calls that make a new temporary file or directory: module, member, and whether the path is the result or one of its properties. */
export const TEMPORARY_PATHS: readonly { readonly module: RegExp; readonly member: RegExp }[] = [
  { module: /^(fs|fs\/promises|fs-extra|graceful-fs)$/, member: /^mkdtemp(Sync|Disposable|DisposableSync)?$/ },
  { module: /^Deno$/, member: /^makeTemp(Dir|File)(Sync)?$/ },
  { module: /^tempy$/, member: /./ },
  { module: /^(tmp|tmp-promise)$/, member: /^(fileSync|dirSync|tmpNameSync|tmpName|file|dir)$/ },
  { module: /^temp$/, member: /^(openSync|mkdirSync|open|mkdir|path|createWriteStream)$/ },
  { module: /^(temp-write|tempfile|unique-temp-dir|temp-path|unique-filename)$/, member: /^(sync)?$/ },
];

export const TEMPORARY_DIRECTORY = { module: /^os$/, member: /^(tmpdir|tmpDir)$/ } as const;
/** Packages whose value is the temporary directory itself. */
export const TEMPORARY_DIRECTORY_PACKAGE = /^(temp-dir|temp-directory|os-tmpdir)$/;
