/**
 * Question: which member of which module does an expression stand for?
 *
 *     const { writeFile: write } = require('fs').promises;   // write → fs writeFile
 *     const save = promisify(fs.writeFile);                   // save  → fs writeFile
 *
 * Followed through imports, `require`, `await import`, destructuring, aliases and `promisify`. The globals `Deno`, `Bun` and `process`
 * count as modules. Knowingly missed: modules kept in fields or handed over as parameters.
 */
import { calleeName, exportName, keyName, propertyName, stringValue, unwrap, type Node } from '../ast.js';
import type { SourceIndex, Variable } from '../source-index.js';

export interface ModuleMember {
  readonly module: string;
  /** Names from the module outwards, without `default` and `promises`: `[]` is the module itself. */
  readonly path: readonly string[];
}

export type FindModuleMember = (node: Node) => ModuleMember | undefined;

const GLOBAL_MODULE = /^(Deno|Bun|process|path)$/;
const PROMISIFIERS = /^(promisify|promisifyAll|pify|denodeify|fromCallback|bind|verbose)$/;

export function createModuleMembers(source: SourceIndex): FindModuleMember {
  const known = new Map<Variable, ModuleMember | undefined>();

  const find = (node: Node): ModuleMember | undefined => {
    const expression = unwrap(node);
    switch (expression.type) {
      case 'Identifier': {
        const variable = source.variableOf(expression);
        if (variable) return ofVariable(variable);
        return GLOBAL_MODULE.test(expression.name) ? { module: expression.name, path: [] } : undefined;
      }
      case 'MemberExpression': {
        const name = propertyName(expression);
        const object = unwrap(expression.object);
        if (object.type === 'Identifier' && (object.name === 'globalThis' || object.name === 'global') && name && GLOBAL_MODULE.test(name)) return { module: name, path: [] };
        const member = name === undefined ? undefined : find(object);
        return member && withName(member, name!);
      }
      case 'AwaitExpression':
        return find(expression.argument);
      case 'ImportExpression':
        return moduleNamed(stringValue(expression.source));
      case 'CallExpression': {
        const name = calleeName(expression);
        const first = expression.arguments[0];
        if (name === 'require' && first && expression.callee.type === 'Identifier') return moduleNamed(stringValue(first));
        if (name === undefined || !PROMISIFIERS.test(name)) return undefined;
        if (name !== 'bind' && name !== 'verbose') return first && first.type !== 'SpreadElement' ? find(first) : undefined;
        return expression.callee.type === 'MemberExpression' ? find(expression.callee.object) : undefined;
      }
      default:
        return undefined;
    }
  };

  const ofVariable = (variable: Variable): ModuleMember | undefined => {
    if (known.has(variable)) return known.get(variable);
    known.set(variable, undefined); // cuts cycles
    const member = traceVariable(variable);
    known.set(variable, member);
    return member;
  };

  const traceVariable = (variable: Variable): ModuleMember | undefined => {
    const definition = variable.defs[0];
    if (!definition) return undefined;
    if (definition.type === 'ImportBinding') {
      const specifier = definition.node as Node;
      if (specifier.type === 'TSImportEqualsDeclaration') {
        return specifier.moduleReference.type === 'TSExternalModuleReference' ? moduleNamed(stringValue(specifier.moduleReference.expression)) : undefined;
      }
      const declaration = specifier.parent;
      if (declaration?.type !== 'ImportDeclaration') return undefined;
      const module = moduleNamed(declaration.source.value);
      if (specifier.type !== 'ImportSpecifier' || !module) return module;
      const name = exportName(specifier.imported);
      return withName(module, name);
    }
    const declarator = definition.node as Node;
    if (declarator.type !== 'VariableDeclarator') return undefined;
    if (declarator.init) return ofPattern(declarator.id, definition.name as Node, declarator.init);
    const write = variable.references.find((reference) => reference.isWrite() && reference.writeExpr);
    return write ? find(write.writeExpr as Node) : undefined;
  };

  const ofPattern = (pattern: Node, name: Node, init: Node): ModuleMember | undefined => {
    if (pattern === name) return find(init);
    if (pattern.type !== 'ObjectPattern') return undefined;
    for (const property of pattern.properties) {
      if (property.type !== 'Property') continue;
      const key = keyName(property);
      if (key === undefined) continue;
      const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
      if (target === name) {
        const member = find(init);
        return member && withName(member, key);
      }
      // `const { promises: { writeFile } } = require('fs')`
      if (target.type === 'ObjectPattern') {
        const inner = target.properties.find((candidate) => candidate.type === 'Property' && candidate.value === name);
        const innerKey = inner?.type === 'Property' ? keyName(inner) : undefined;
        const member = innerKey === undefined ? undefined : find(init);
        if (member) return withName(withName(member, key), innerKey!);
      }
    }
    return undefined;
  };

  return find;
}

function moduleNamed(name: string | undefined): ModuleMember | undefined {
  if (name === undefined) return undefined;
  return { module: name.replace(/^(node:|npm:|jsr:)/, '').replace(/^(@?[^@]+)@\d[\w.-]*/, '$1'), path: [] };
}

function withName(member: ModuleMember, name: string): ModuleMember {
  if (name === 'default' || name === 'promises') return member;
  return { module: member.module, path: [...member.path, name] };
}
