/**
 * Question: which export of which module does a name, or an expression, stand for?
 *
 *     import { writeFile as write } from 'fs/promises';    // write: `writeFile` of fs/promises
 *     const { Router } = require('express');               // Router: `Router` of express
 *     const sqs = (await import('@aws-sdk/client-sqs')).SQS;
 *
 * Names are followed back to what they were imported as: default, named, renamed and namespace imports, `import … = require()`,
 * `require`, `import()`, members, patterns, and names that get their module later. What a call gives differs from asker to asker.
 *
 * Knowingly missed: re-exports by a module of the project, and modules that are kept in fields or handed over as parameters.
 */
import { exportName, keyInPattern, propertyName, stringValue, unwrap, type CallNode, type Node } from './ast.js';
import type { SourceIndex, Variable } from './source-index.js';

/** What an import declaration binds: `default` and `*` stand for themselves. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

/** The import declaration behind a variable, also `import fs = require('fs')`. */
export function importedAs(variable: Variable | undefined): ImportedName | undefined {
  const definition = variable?.defs[0];
  if (definition?.type !== 'ImportBinding') return undefined;
  const node = definition.node as Node;
  if (node.type === 'TSImportEqualsDeclaration') {
    const module = node.moduleReference.type === 'TSExternalModuleReference' ? stringValue(node.moduleReference.expression) : undefined;
    return module === undefined ? undefined : { module, name: '*' };
  }
  if (definition.parent?.type !== 'ImportDeclaration') return undefined;
  const name = node.type === 'ImportSpecifier' ? exportName(node.imported) : node.type === 'ImportDefaultSpecifier' ? 'default' : '*';
  return { module: definition.parent.source.value, name };
}

/** `m` of `require('m')` and `import('m')`. */
export function loadedModule(node: Node): string | undefined {
  if (node.type === 'ImportExpression') return stringValue(node.source);
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrap(node.callee);
  return callee.type === 'Identifier' && callee.name === 'require' ? stringValue(node.arguments[0]) : undefined;
}

/** An export of a module: `{ module: 'aws-sdk', path: ['SNS'] }`. The module itself, and its default export, have no path. */
export interface ModuleExport {
  readonly module: string;
  readonly path: readonly string[];
}

export type FindModuleExport = (node: Node) => ModuleExport | undefined;

/** What differs from asker to asker. */
interface Special {
  /** What a call gives. */
  readonly ofCall: (call: CallNode, find: FindModuleExport) => ModuleExport | undefined;
  /** A name that no scope declares. */
  readonly ofGlobal?: (name: string) => ModuleExport | undefined;
}

export function createExportTracer(source: SourceIndex, { ofCall, ofGlobal }: Special): FindModuleExport {
  const known = new Map<Variable, ModuleExport | undefined>();

  const find: FindModuleExport = (node) => {
    const expression = unwrap(node);
    const module = loadedModule(expression);
    if (module !== undefined) return { module, path: [] };
    switch (expression.type) {
      case 'Identifier': {
        const variable = source.variableOf(expression);
        return variable ? ofVariable(variable) : ofGlobal?.(expression.name);
      }
      case 'MemberExpression': {
        const name = propertyName(expression);
        return name === undefined ? undefined : memberOf(find(expression.object), name);
      }
      case 'AwaitExpression':
        return find(expression.argument);
      case 'CallExpression':
        return ofCall(expression, find);
      default:
        return undefined;
    }
  };

  const ofVariable = (variable: Variable): ModuleExport | undefined => {
    if (known.has(variable)) return known.get(variable);
    known.set(variable, undefined); // cuts cycles
    const found = compute(variable);
    known.set(variable, found);
    return found;
  };

  const compute = (variable: Variable): ModuleExport | undefined => {
    const imported = importedAs(variable);
    if (imported) return memberOf({ module: imported.module, path: [] }, imported.name === '*' ? 'default' : imported.name);
    const definition = variable.defs[0];
    const declarator = definition?.node as Node | undefined;
    if (declarator?.type !== 'VariableDeclarator') return undefined;
    if (declarator.init) return ofPattern(declarator.id, definition!.name as Node, declarator.init);
    // `let sharp; … sharp = require('sharp');`
    const write = variable.references.find((reference) => reference.isWrite() && reference.writeExpr);
    return write && find(write.writeExpr as Node);
  };

  const ofPattern = (pattern: Node, name: Node, init: Node): ModuleExport | undefined => {
    if (pattern === name) return find(init);
    const keys = keysInPattern(pattern, name);
    return keys?.reduce<ModuleExport | undefined>(memberOf, find(init));
  };

  return find;
}

/** `['promises', 'writeFile']` for `writeFile` of `{ promises: { writeFile } }`. */
function keysInPattern(pattern: Node, name: Node): readonly string[] | undefined {
  const key = keyInPattern(pattern, name);
  if (key !== undefined) return [key];
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.value.type !== 'ObjectPattern') continue;
    const outer = keyInPattern(pattern, property.value);
    const inner = outer === undefined ? undefined : keysInPattern(property.value, name);
    if (inner) return [outer!, ...inner];
  }
  return undefined;
}

function memberOf(whole: ModuleExport | undefined, name: string): ModuleExport | undefined {
  return whole && name !== 'default' ? { module: whole.module, path: [...whole.path, name] } : whole;
}
