/**
 * The local files of a source file and the part they play:
 *
 *     find the calls that touch files → resolve their paths → put them in order → classify
 *
 * The result depends on the file and on `settings.stateless` only, and is computed once.
 */
import type { FirstLook } from '../first-look/first-look.js';
import type { FileAnalysis } from '../index.js';
import { classifyFiles, type LocalFile } from './file-roles.js';
import { findFileUses } from './file-uses.js';
import { createLocalPaths } from './local-paths.js';
import { createModuleMembers } from './module-members.js';
import { findStoreFiles } from './store-files.js';
import { createWrittenData } from './written-data.js';

export type { Evidence, LocalFile } from './file-roles.js';

/** Folders and names of programs that somebody starts by hand. */
const PROGRAM_PATH =
  /(^|\/)(scripts?|bin|dev-scripts|codegen|generators?|importers?)\/|(^|\/)([\w.]+-)?cli(-[\w.]+)?(\/|\.[cm]?[jt]s$)|(^|\/)create-[\w-]+\//;
const PROGRAM_TEXT = /\bprocess\.argv\b|\brequire\.main\s*={2,3}\s*module\b|\bimport\.meta\.main\b/;
const SERVER_MODULE = /^(node:.*|fs|fs\/promises|fs-extra|path|os|child_process|playwright(-core|-chromium)?|puppeteer(-core)?)$/;

const filesOf = new WeakMap<FileAnalysis, readonly LocalFile[]>();

/** Modules without which a file cannot touch the disk, by any part of their names. */
// prettier-ignore -- a list of names, many to a line
const FILE_MODULES = [
  'fs',
  'fs-extra',
  'fs-lite',
  'graceful-fs',
  'multer',
  'formidable',
  'multiparty',
  'lockfile',
  'proper-lockfile',
  'fs-ext',
  'jsonfile',
  'write-file-atomic',
  'write-json-file',
  'lowdb',
  'level',
  'classic-level',
  'leveldown',
  'lmdb',
  'lokijs',
  'keyv-file',
  'session-file-store',
  'pouchdb',
  'pouchdb-node',
  'node-persist',
  'node-json-db',
  'node-localstorage',
  'simple-json-db',
  'stormdb',
  'quick\\.db',
  'typeorm',
  'sequelize',
  'knex',
  'platform-express',
  'child_process',
  'execa',
  'sharp',
  'fluent-ffmpeg',
  'exceljs',
  'xlsx',
  'jimp',
  'tempy',
  'temp-write',
  'tmp',
  'tmp-promise',
  'adm-zip',
  'tar',
  'youtube-dl-exec',
  'yt-dlp-exec',
  'express-fileupload',
  'playwright',
  'playwright-core',
  'puppeteer',
  'puppeteer-core',
];
/** Not a file of the project itself, whatever it is called. */
const FILE_MODULE = new RegExp(`^(?!\\.|[@~#]/)(.*[/:])?(${FILE_MODULES.join('|')})([/:]|$)|^(?!\\.|[@~#]/).*(sqlite|nedb|duckdb|libsql)`);
/** Methods that write a file wherever their object comes from. */
const FILE_METHODS: ReadonlySet<string | undefined> = new Set(['screenshot', 'pdf', 'toFile', 'saveAs', 'mv', 'renderMedia']);

export function mayTouchFiles(look: FirstLook): boolean {
  return (
    look.modules.some((name) => FILE_MODULE.test(name)) ||
    look.globalReferences('Deno').length > 0 ||
    look.globalReferences('Bun').length > 0 ||
    look.standingCalls.some(({ name }) => FILE_METHODS.has(name))
  );
}

/**
 * Whether the file's local files belong to an invocation. Code that drives a browser names `document` in the callbacks that run there;
 * its modules tell that it is server code.
 */
export function hasInvocationFiles(analysis: FileAnalysis): boolean {
  const { surroundings } = analysis;
  if (surroundings !== 'server' && surroundings !== 'browser') return false;
  const { source, handlers } = analysis;
  // A program from top to bottom: nothing in it can be invoked.
  if (handlers.all.length === 0 && source.exports.length === 0) return false;
  if (surroundings === 'browser') {
    if (source.ast.body.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use client')) return false;
    if (!source.modules.some((name) => SERVER_MODULE.test(name))) return false;
  }
  const isServed = handlers.all.some(({ entry, platform, name }) => entry === 'platform' && platform !== 'MCP' && name !== 'main');
  return isServed || !(PROGRAM_PATH.test(source.filename) || PROGRAM_TEXT.test(source.text));
}

export function findLocalFiles(analysis: FileAnalysis): readonly LocalFile[] {
  let files = filesOf.get(analysis);
  if (!files) {
    files = compute(analysis);
    filesOf.set(analysis, files);
  }
  return files;
}

function compute(analysis: FileAnalysis): readonly LocalFile[] {
  const findMember = createModuleMembers(analysis.source);
  const paths = createLocalPaths(analysis, findMember);
  const uses = findFileUses(analysis, findMember, paths);
  const files = classifyFiles(analysis, uses, paths, createWrittenData(analysis));
  return [...findStoreFiles(analysis, findMember, paths), ...files].sort((a, b) => a.node.range[0] - b.node.range[0]);
}
