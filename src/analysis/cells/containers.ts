/**
 * Question: what kind of thing does a place hold: a map, a list, a scalar, an object that manages itself?
 *
 * Told by what it is made of, by its type annotation, by what is assigned to it later, and last by the methods called on it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeText, isNullish, outermost, propertyName, unwrap, type Node } from '../ast.js';
import { typeName } from '../handlers.js';
import { importedAs } from '../imports.js';
import type { FileAnalysis } from '../index.js';
import type { Use } from '../uses.js';
import type { Container } from './cell.js';
import type { Root } from './roots.js';

const COLLECTION: Readonly<Record<string, Container>> = {
  Map: 'map',
  Set: 'set',
  WeakMap: 'weak',
  WeakSet: 'weak',
  WeakRef: 'weak',
  Array: 'array',
  Object: 'object',
  Headers: 'headers',
  URLSearchParams: 'headers',
  FormData: 'headers',
  Date: 'scalar',
  Error: 'scalar',
  Uint8Array: 'array',
  Uint8ClampedArray: 'array',
  Int8Array: 'array',
  Int16Array: 'array',
  Uint16Array: 'array',
  Int32Array: 'array',
  Uint32Array: 'array',
  Float32Array: 'array',
  Float64Array: 'array',
  BigInt64Array: 'array',
  BigUint64Array: 'array',
  Promise: 'scalar',
  RegExp: 'weak',
  AsyncLocalStorage: 'weak',
  AbortController: 'instance',
};
const COLLECTION_TYPE: Readonly<Record<string, Container>> = {
  Map: 'map',
  ReadonlyMap: 'map',
  Set: 'set',
  ReadonlySet: 'set',
  WeakMap: 'weak',
  WeakSet: 'weak',
  Array: 'array',
  ReadonlyArray: 'array',
  Record: 'object',
  Partial: 'object',
  Headers: 'headers',
  URLSearchParams: 'headers',
};
const REACTIVE = /^(writable|atom|signal|ref|reactive|shallowRef|observable|createStore|createSignal|map)$/;
const REACTIVE_MODULE = /^(svelte\/store|nanostores|vue|@preact\/signals(-core)?|jotai|mobx|solid-js)$/;

export function containerOf(analysis: FileAnalysis, root: Root): Container {
  const known = (root.init && containerOfValue(analysis, root.init)) || containerOfType(root.type);
  if (known && known !== 'unknown' && known !== 'instance' && !(known === 'scalar' && root.init && isNullish(root.init))) return known;
  for (const use of root.uses) {
    if (use.kind !== 'write' || use.path.length > 0 || !use.value) continue;
    const container = containerOfValue(analysis, use.value);
    if (container && container !== 'unknown' && !isNullish(use.value)) return container;
  }
  // What answers with promises is a client, whatever made it.
  if (root.uses.some((use) => use.kind === 'method' && use.path.length === 0 && outermost(use.call).parent?.type === 'AwaitExpression'))
    return 'instance';
  const isOwnCall =
    root.init !== undefined &&
    unwrap(root.init).type === 'CallExpression' &&
    analysis.values.functionsOf((unwrap(root.init) as TSESTree.CallExpression).callee).length > 0;
  if (!known || known === 'unknown' || isOwnCall) return containerOfMethods(root.uses) ?? known ?? 'unknown';
  return known === 'instance' && isListByUse(root) ? 'array' : known;
}

/** `const codes = makeCodes(5000); … const code = codes.pop();`: what a function made is a list where elements are taken off its end. */
function isListByUse({ init, uses }: Root): boolean {
  if (init === undefined || unwrap(init).type !== 'CallExpression') return false;
  const methods = uses.flatMap((use) => (use.kind === 'method' && use.path.length === 0 ? [use] : []));
  const isTaking = ({ name, call }: (typeof methods)[number]): boolean => /^(pop|shift)$/.test(name) && call.arguments.length === 0;
  return methods.some(isTaking) && methods.every((use) => isTaking(use) || LIST_METHOD.test(use.name));
}

const LIST_METHOD =
  /^(push|unshift|splice|slice|at|indexOf|includes|find|findIndex|filter|map|forEach|some|every|sort|reverse|join|length)$/;

/** What the methods called on a value say it is, where nothing else does. */
function containerOfMethods(uses: readonly Use[]): Container | undefined {
  const names = new Set(uses.flatMap((use) => (use.kind === 'method' && use.path.length === 0 ? [use.name] : [])));
  if (names.has('push') || names.has('splice')) return 'array';
  if (names.has('add') && (names.has('has') || names.has('delete'))) return 'set';
  return names.has('set') && (names.has('get') || names.has('has')) ? 'map' : undefined;
}

function containerOfType(type: TSESTree.TypeNode | undefined): Container | undefined {
  switch (type?.type) {
    case 'TSArrayType':
      return 'array';
    case 'TSTypeReference':
      return COLLECTION_TYPE[typeName(type) ?? ''];
    case 'TSTypeOperator':
      return containerOfType(type.typeAnnotation);
    case 'TSTypeLiteral':
      return type.members.some((member) => member.type === 'TSIndexSignature') ? 'object' : undefined;
    case 'TSUnionType':
      for (const member of type.types) {
        const container = containerOfType(member);
        if (container) return container;
      }
      return type.types.some((member) => /^TS(String|Number|Boolean|Literal)/.test(member.type)) ? 'scalar' : undefined;
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSLiteralType':
      return 'scalar';
    default:
      return undefined;
  }
}

function containerOfValue(analysis: FileAnalysis, node: Node): Container | undefined {
  const value = unwrap(node);
  switch (value.type) {
    case 'ArrayExpression':
      return 'array';
    case 'ObjectExpression':
      return 'object';
    case 'Literal':
      // A regular expression keeps nothing but `lastIndex`, which is a position in one text.
      return 'regex' in value ? 'weak' : 'scalar';
    case 'TemplateLiteral':
    case 'UnaryExpression':
    case 'BinaryExpression':
      return 'scalar';
    case 'NewExpression': {
      const text = calleeText(value);
      const name = text?.replace(/^(globalThis|global)\./, '');
      if (name === 'Proxy' && value.arguments[0] && value.arguments[0].type !== 'SpreadElement')
        return containerOfValue(analysis, value.arguments[0]);
      if (name && Object.hasOwn(COLLECTION, name) && !isShadowed(analysis, value.callee)) return COLLECTION[name];
      return 'instance';
    }
    case 'CallExpression': {
      const text = calleeText(value) ?? '';
      if (text === 'Object.create' || text === 'Object.fromEntries' || text === 'Object.assign') return 'object';
      if (/^(Array(\.(from|of))?|Buffer\.(alloc|allocUnsafe|from))$/.test(text)) return 'array';
      if (text === 'Object.seal' && value.arguments[0]) return containerOfValue(analysis, value.arguments[0]);
      // What is frozen stays as it is, but not what its parts hold.
      if (text === 'Object.freeze') return value.arguments[0] && unwrap(value.arguments[0]).type === 'ObjectExpression' ? 'object' : 'weak';
      if (/^(Date\.now|Promise\.\w+|Number|String|Boolean|Symbol)$/.test(text)) return 'scalar';
      if (REACTIVE.test(text) && importedFrom(analysis, value.callee, REACTIVE_MODULE)) return 'reactive';
      const callee = unwrap(value.callee);
      if (
        callee.type === 'MemberExpression' &&
        /^(map|filter|slice|concat|split|fill|flat|flatMap|sort|reverse|keys)$/.test(propertyName(callee) ?? '')
      )
        return 'array';
      for (const returned of analysis.values
        .of(value.callee)
        .flatMap((target) => (target.kind === 'function' ? analysis.values.returnsOf(target.node) : []))) {
        const container = containerOfValue(analysis, returned);
        if (container) return container;
      }
      return 'instance';
    }
    case 'LogicalExpression':
      return containerOfValue(analysis, value.right) ?? containerOfValue(analysis, value.left);
    case 'ConditionalExpression':
      return containerOfValue(analysis, value.consequent) ?? containerOfValue(analysis, value.alternate);
    case 'AssignmentExpression':
      return containerOfValue(analysis, value.right);
    case 'AwaitExpression':
      return undefined;
    case 'Identifier': {
      if (value.name === 'undefined') return 'unknown';
      const definition = analysis.source.variableOf(value)?.defs[0]?.node as Node | undefined;
      if (
        definition?.type === 'VariableDeclarator' &&
        definition.init &&
        definition.id.type === 'Identifier' &&
        definition.init !== value
      ) {
        const inner = unwrap(definition.init);
        if (inner.type === 'NewExpression' || inner.type === 'ArrayExpression' || inner.type === 'ObjectExpression')
          return containerOfValue(analysis, inner);
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function isShadowed(analysis: FileAnalysis, callee: Node): boolean {
  const inner = unwrap(callee);
  return (
    inner.type === 'Identifier' &&
    analysis.source.variableOf(inner) !== undefined &&
    !/^(AsyncLocalStorage|Headers|URLSearchParams|FormData)$/.test(inner.name)
  );
}

function importedFrom(analysis: FileAnalysis, callee: Node, module: RegExp): boolean {
  const imported = importedAs(analysis.source.variableOf(unwrap(callee)));
  return imported !== undefined && module.test(imported.module);
}
