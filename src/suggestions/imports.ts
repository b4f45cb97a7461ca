/**
 * Question: under which name can code use an export of a module, and what must be written for it?
 *
 *     import { NextResponse } from 'next/server';   →   import { NextResponse, after } from 'next/server';
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeText, exportName, keyName, stringValue, unwrap, type Node } from '../analysis/ast.js';
import type { SourceIndex } from '../analysis/source-index.js';
import { indentOf, lineEnd, lineStart, newlineOf, quoteOf, semicolonOf, startsLine } from './layout.js';
import { isFreeInModule, lookUp } from './names.js';
import type { Edit } from './suggestion.js';

export interface Export {
  readonly module: string;
  readonly name: string;
}

export interface Imported {
  readonly local: string;
  readonly edits: readonly Edit[];
}

/** `undefined` where the name means something else at one of the nodes that are to use it. */
export function importFor(source: SourceIndex, wanted: Export, nodes: readonly Node[]): Imported | undefined {
  const { module, name } = wanted;
  const isCommonJs = usesRequire(source);
  const known = importedLocally(source, wanted);
  if (known) {
    const variable = source.moduleScope.set.get(known);
    return variable && nodes.every((node) => lookUp(source, known, node) === variable) ? { local: known, edits: [] } : undefined;
  }
  if (!isFreeInModule(source, name, nodes)) return undefined;
  const merged = isCommonJs ? mergeIntoRequire(source, module, name) : mergeIntoImport(source, module, name);
  return { local: name, edits: [merged ?? addLine(source, isCommonJs, module, name)] };
}

/** The name that a file has for an export already. */
export function importedLocally(source: SourceIndex, { module, name }: Export): string | undefined {
  return usesRequire(source) ? requiredAs(source, module, name) : importedAs(source, module, name);
}

function usesRequire({ ast, globals }: SourceIndex): boolean {
  if (ast.body.some(({ type }) => /^(Import|Export)|^TS(ImportEquals|Export)/.test(type))) return false;
  return ast.sourceType !== 'module' || ['require', 'module', 'exports'].some((name) => globals.has(name));
}

function importsOf({ ast }: SourceIndex, module: string): TSESTree.ImportDeclaration[] {
  return ast.body
    .filter((statement) => statement.type === 'ImportDeclaration')
    .filter(({ source, importKind }) => source.value === module && importKind !== 'type');
}

function importedAs(source: SourceIndex, module: string, name: string): string | undefined {
  for (const { specifiers } of importsOf(source, module)) {
    for (const specifier of specifiers) {
      if (specifier.type === 'ImportSpecifier' && specifier.importKind !== 'type' && exportName(specifier.imported) === name)
        return specifier.local.name;
    }
  }
  return undefined;
}

function mergeIntoImport(source: SourceIndex, module: string, name: string): Edit | undefined {
  for (const { specifiers } of importsOf(source, module)) {
    const last = specifiers.at(-1);
    if (last?.type === 'ImportSpecifier') return addToList(source, specifiers, name);
    if (last?.type === 'ImportDefaultSpecifier') return { range: [last.range[1], last.range[1]], text: `, { ${name} }` };
  }
  return undefined;
}

/** `const { a, b } = require('module')`, while the module loads. */
function requiresOf({ ast }: SourceIndex, module?: string): TSESTree.VariableDeclarator[] {
  return ast.body
    .flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
    .filter(({ init }) => {
      const call = init && unwrap(init);
      return (
        call?.type === 'CallExpression' &&
        calleeText(call) === 'require' &&
        (module === undefined || stringValue(call.arguments[0]) === module)
      );
    });
}

function requiredAs(source: SourceIndex, module: string, name: string): string | undefined {
  for (const { id } of requiresOf(source, module)) {
    for (const property of id.type === 'ObjectPattern' ? id.properties : []) {
      if (property.type === 'Property' && keyName(property) === name && property.value.type === 'Identifier') return property.value.name;
    }
  }
  return undefined;
}

function mergeIntoRequire(source: SourceIndex, module: string, name: string): Edit | undefined {
  for (const { id } of requiresOf(source, module)) {
    if (id.type === 'ObjectPattern' && id.properties.at(-1)?.type === 'Property') return addToList(source, id.properties, name);
  }
  return undefined;
}

function addToList(source: SourceIndex, items: readonly Node[], name: string): Edit {
  const last = items.at(-1)!;
  const separator = startsLine(source, last) ? `,${newlineOf(source)}${indentOf(source, last)}` : ', ';
  return { range: [last.range[1], last.range[1]], text: `${separator}${name}` };
}

/** Behind the imports, or else on top: below directives and the comment that opens the file. */
function addLine(source: SourceIndex, isCommonJs: boolean, module: string, name: string): Edit {
  const quote = quoteOf(source);
  const end = semicolonOf(source);
  const specifier = `${quote}${module}${quote}`;
  const line = isCommonJs ? `const { ${name} } = require(${specifier})${end}` : `import { ${name} } from ${specifier}${end}`;
  const newline = newlineOf(source);
  const requires = isCommonJs ? requiresOf(source).map(({ parent }) => parent) : [];
  const loading = isCommonJs
    ? requires
    : source.ast.body.filter(({ type }) => type === 'ImportDeclaration' || type === 'TSImportEqualsDeclaration');
  const directives = source.ast.body.filter((statement) => statement.type === 'ExpressionStatement' && statement.directive);
  const before = (loading.at(-1) ?? directives.at(-1)) as Node | undefined;
  if (before) {
    const gap = loading.length > 0 ? newline : newline + newline;
    const at = behind(source, before);
    return { range: [at, at], text: `${gap}${line}` };
  }
  const at = topOf(source);
  return { range: [at, at], text: `${line}${newline}${newline}` };
}

/** The end of a statement, with the comment on its line. */
function behind(source: SourceIndex, { range: [, end] }: Node): number {
  const last = lineEnd(source, end);
  return /^\s*\/[/*]/.test(source.text.slice(end, last)) ? last : end;
}

/** The start of the first statement's line, above a documentation comment that belongs to it. */
function topOf(source: SourceIndex): number {
  const first = source.ast.body[0]!;
  const documentation = (source.ast.comments ?? []).find(
    ({ type, value, range }) =>
      (type as string) === 'Block' &&
      value.startsWith('*') &&
      range[1] <= first.range[0] &&
      /^\s*$/.test(source.text.slice(range[1], first.range[0])) &&
      !/\n\s*\n/.test(source.text.slice(range[1], first.range[0])),
  );
  return lineStart(source, documentation ? documentation.range[0] : first.range[0]);
}
