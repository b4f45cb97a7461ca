/**
 * Question: may a platform run something of this file, by its exports and the packages that it names alone?
 *
 * Pages and scripts are told apart from handlers by it before anything is analysed. It asks for less than `findHandlers`: a fitting
 * name, a default export where the file's place makes it one, an exported class, a first parameter that is named like an event or a
 * request, or a package of some platform.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { exportName, isFunction, unwrap, type Node } from '../ast.js';
import type { FirstLook } from '../first-look/first-look.js';
import { PLATFORMS } from '../platforms/index.js';
import { isFrom, wildcardPattern } from './form-table.js';

const LISTED = PLATFORMS.flatMap(({ forms }) => forms.flatMap(({ from = [], beside = [] }) => [...from, ...beside]));
/** `./generated/server`: wherever it stands. */
const PLATFORM_FILE_ENDS = LISTED.filter(isRelative).map((listed) => listed.replace(/^\.+/, ''));
const PLATFORM_PACKAGES = LISTED.filter((listed) => !isRelative(listed));
/** Packages, paths in packages, and beginnings that end in `/` or `:`. */
const PLATFORM_PATHS: ReadonlySet<string> = new Set(PLATFORM_PACKAGES);
const EXPORTS = PLATFORMS.flatMap(({ forms }) =>
  forms.flatMap(({ exports = [], files, beside }) => exports.map((name) => ({ name, files, beside }))),
);
/** Names that say enough in any file; a default export says nothing by itself. */
const NAMED_ANYWHERE: ReadonlySet<string> = new Set(
  EXPORTS.filter(({ name, files, beside }) => !files && !beside && name !== 'default').map(({ name }) => name),
);
const LIKE_NAMED_ANYWHERE = anyOf(
  Array.from(NAMED_ANYWHERE)
    .filter((name) => name.includes('*'))
    .map(wildcardPattern),
);
/** Where files must stand for an export of a name to be run, and for an export of any name. */
const PLACES: ReadonlyMap<string, RegExp> = placesByName();
const PLACES_OF_ALL = PLACES.get('*');
const REQUEST_NAME = /^_*(event|evt|ev|e|req|request|res|ctx|context|c)$/;

export function mayDeclareHandler(look: FirstLook, path: string): boolean {
  const { ast } = look.sourceCode;
  if (PLACES_OF_ALL?.test(path) || ast.body.some((statement) => mayDeclare(statement, path))) return true;
  // Hardly any file has both kinds of modules.
  if (look.imports.length > 0) return look.imports.some(isOfPlatform);
  return look.globalReferences('module').length > 0 || look.globalReferences('exports').length > 0 || look.modules.some(isOfPlatform);
}

function isOfPlatform(module: string): boolean {
  if (isRelative(module)) return PLATFORM_FILE_ENDS.some((end) => module.endsWith(end));
  return module.includes(':') ? isFrom(module, PLATFORM_PACKAGES) : isBelowPlatformPath(module);
}

/** What `isFrom` says of a module without a scheme, by its few beginnings instead of by the many packages. */
function isBelowPlatformPath(module: string): boolean {
  for (let end = module.indexOf('/'); end !== -1; end = module.indexOf('/', end + 1)) {
    if (PLATFORM_PATHS.has(module.slice(0, end)) || PLATFORM_PATHS.has(module.slice(0, end + 1))) return true;
  }
  return PLATFORM_PATHS.has(module);
}

function isRelative(module: string): boolean {
  return module.startsWith('.');
}

function mayDeclare(statement: TSESTree.ProgramStatement, path: string): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
      // Types of a platform are as good a sign as its functions.
      return statement.importKind === 'type' && isOfPlatform(statement.source.value);
    case 'ExportDefaultDeclaration':
      return mayBeRun('default', statement.declaration, path);
    case 'ExportNamedDeclaration': {
      const { declaration } = statement;
      if (declaration?.type === 'VariableDeclaration')
        return declaration.declarations.some(({ id, init }) => id.type !== 'Identifier' || mayBeRun(id.name, init, path));
      if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration')
        return mayBeRun(declaration.id?.name ?? 'default', declaration, path);
      return statement.specifiers.some(({ exported }) => mayBeRun(exportName(exported), null, path));
    }
    default:
      return statement.type === ('TSExportAssignment' as string);
  }
}

function mayBeRun(name: string, exported: Node | null, path: string): boolean {
  const value = exported && unwrap(exported);
  if (value?.type === 'ClassDeclaration' || value?.type === 'ObjectExpression') return true;
  const first = isFunction(value) ? value.params[0] : undefined;
  if (first?.type === 'Identifier' && REQUEST_NAME.test(first.name)) return true;
  return NAMED_ANYWHERE.has(name) || LIKE_NAMED_ANYWHERE.test(name) || (PLACES.get(name)?.test(path) ?? false);
}

function placesByName(): Map<string, RegExp> {
  const files = new Map<string, RegExp[]>();
  for (const exported of EXPORTS) if (exported.files) files.set(exported.name, [...(files.get(exported.name) ?? []), exported.files]);
  return new Map(Array.from(files, ([name, patterns]) => [name, anyOf(patterns)]));
}

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}
