/**
 * The local files of a source file and the part they play:
 *
 *     find the calls that touch files → resolve their paths → put them in order → classify
 *
 * The result depends on the file and on `settings.stateless` only, and is computed once.
 */
import type { FileAnalysis } from '../index.js';
import { classifyFiles, type LocalFile } from './file-roles.js';
import { findFileUses } from './file-uses.js';
import { createLocalPaths } from './local-paths.js';
import { createModuleMembers } from './module-members.js';
import { createProduction } from './production.js';
import { findStoreFiles } from './store-files.js';
import { createWrittenData } from './written-data.js';

export type { Evidence, LocalFile } from './file-roles.js';

const filesOf = new WeakMap<FileAnalysis, readonly LocalFile[]>();

/** Anything in a text without which it cannot touch a local file. */
const TRACE_OF_FILES =
  /['"`/:](fs|fs-extra|graceful-fs|multer|formidable|multiparty|lockfile|proper-lockfile|fs-ext|jsonfile|write-file-atomic|write-json-file|lowdb|(classic-)?level|leveldown|lmdb|lokijs|keyv-file|node-persist|node-json-db|node-localstorage|simple-json-db|stormdb|quick\.db|typeorm|sequelize|platform-express|child_process|execa|sharp|fluent-ffmpeg|exceljs|xlsx|jimp)['"`/]|sqlite|nedb|duckdb|libsql|\bDeno\s*\.|\bBun\s*\.|\/tmp\b|tmpdir|TMPDIR|\b(screenshot|pdf|toFile|saveAs|mv|renderMedia)\s*\(/;

export function mayTouchFiles(text: string): boolean {
  return TRACE_OF_FILES.test(text);
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
  const production = createProduction(analysis.source);
  const paths = createLocalPaths(analysis, findMember, production);
  const uses = findFileUses(analysis, findMember, paths, production);
  const files = classifyFiles(analysis, uses, paths, createWrittenData(analysis));
  return [...findStoreFiles(analysis, findMember, paths, production), ...files].sort((a, b) => a.node.range[0] - b.node.range[0]);
}
