/**
 * Question: does a construction get one of these options?
 *
 *     session({ ...common, store })    // `common` is an object of this file: looked into; imported: unknown, and unknown is silence
 *
 * A conditional option counts as missing where one of its branches is: the process is then a silent fallback, taken by whoever forgets a
 * variable. It counts as given where production surely takes the other branch (`fallback.ts`). A value that keeps its data in the process
 * all the same (`store: new Map()`) does not count.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isClass, isNullish, keyName, propertyName, stringValue, unwrap, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Libraries } from '../library-exports.js';
import { isSetByConfiguration, isSilentFallback } from './fallback.js';

export type OptionState = 'given' | 'missing' | 'unknown';

/** Drivers and stores of other libraries that keep everything in the process. */
const MEMORY_VALUES: readonly { readonly module: RegExp; readonly path: RegExp }[] = [
  { module: /^unstorage\/drivers\/(memory|lru-cache)$/, path: /./ },
  { module: /^unstorage\/drivers\/(memory|lru-cache)$/, path: /^$/ },
  { module: /^(quick-lru|lru-cache|@keyv\/memory|keyv-lru|@isaacs\/ttlcache|tiny-lru)$/, path: /^(\(\)|LRUCache|TTLCache)?$/ },
  { module: /^(cacheable|@cacheable\/memory)$/, path: /^(KeyvCacheableMemory|CacheableMemory|createKeyv)$/ },
  { module: /^cache-manager$/, path: /^memoryStore$/ },
];

/** Objects may be spread into each other without end. */
const MOST_STEPS = 200;

/** `rateLimit.storage` asks for a property of a property. */
export function optionState(analysis: FileAnalysis, libraries: Libraries, node: Node | undefined, names: readonly string[]): OptionState {
  let steps = 0;
  return worst(names.map((name) => stateOf(node, name.split('.'))));

  function stateOf(value: Node | undefined, path: readonly string[]): OptionState {
    if (!value || isNullish(value)) return 'missing';
    steps += 1;
    if (steps > MOST_STEPS) return 'unknown';
    const expression = unwrap(value);
    switch (expression.type) {
      case 'ObjectExpression': {
        let state: OptionState = 'missing';
        for (const property of expression.properties) {
          if (property.type === 'SpreadElement') {
            state = worst([state, ofSpread(property.argument, path)]);
            continue;
          }
          const key = keyName(property);
          if (key === undefined) state = worst([state, 'unknown']);
          else if (key === path[0]) state = path.length === 1 ? ofValue(property.value) : stateOf(property.value, path.slice(1));
        }
        return state;
      }
      case 'ArrayExpression':
        return 'missing';
      case 'ConditionalExpression':
        return either(
          expression.consequent,
          expression.alternate,
          stateOf(expression.consequent, path),
          stateOf(expression.alternate, path),
        );
      case 'LogicalExpression':
        if (expression.operator === '&&') return either(expression.right, undefined, stateOf(expression.right, path), 'missing');
        return either(expression.left, expression.right, stateOf(expression.left, path), stateOf(expression.right, path));
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        // `useFactory: (config) => ({ ttl, storage })`
        return worst(analysis.values.returnsOf(expression).map((returned) => stateOf(returned, path)));
      case 'TemplateLiteral':
        return 'unknown';
      case 'Literal':
        // A string may be the address of a store: `new Keyv('redis://…')`.
        return stringValue(expression) === undefined || stringValue(expression) === 'memory' ? 'missing' : 'unknown';
      case 'Identifier':
      case 'CallExpression':
      case 'AwaitExpression':
      case 'MemberExpression': {
        const objects = analysis.values.of(expression).filter((candidate) => candidate.kind === 'object');
        if (objects.length === 0) return 'unknown';
        const written = expression.type === 'Identifier' ? writtenLater(expression, path[0]!) : 'missing';
        return worst([written, ...objects.map((object) => stateOf(object.node, path))]);
      }
      default:
        return 'unknown';
    }
  }

  /** Two branches of which one is taken: a missing one is what a missing variable leads to, unless production takes the other. */
  function either(first: Node, second: Node | undefined, ofFirst: OptionState, ofSecond: OptionState): OptionState {
    if (ofFirst === ofSecond) return ofFirst;
    if (ofFirst === 'unknown' || ofSecond === 'unknown') return 'unknown';
    const absent = ofFirst === 'missing' ? first : (second ?? first);
    return isSilentFallback(analysis, absent) ? 'missing' : 'given';
  }

  /** `...(redis && { store: … })`, `...(redis ? { store } : {})`. */
  function ofSpread(argument: Node, path: readonly string[]): OptionState {
    return stateOf(argument, path);
  }

  function ofValue(value: Node): OptionState {
    const expression = unwrap(value);
    if (isNullish(expression)) return 'missing';
    if (expression.type === 'ConditionalExpression')
      return either(expression.consequent, expression.alternate, ofValue(expression.consequent), ofValue(expression.alternate));
    if (expression.type === 'LogicalExpression' && expression.operator === '&&')
      return either(expression.right, undefined, ofValue(expression.right), 'missing');
    if (expression.type === 'LogicalExpression')
      return either(expression.left, expression.right, ofValue(expression.left), ofValue(expression.right));
    if (stringValue(expression) === 'memory') return 'missing';
    if (isProcessMemory(expression)) return 'missing';
    if (expression.type === 'Identifier') {
      const definition = analysis.source.variableOf(expression)?.defs[0]?.node as Node | undefined;
      const variable = analysis.source.variableOf(expression);
      const isConstant = variable?.references.every((reference) => reference.init || !reference.isWrite());
      if (definition?.type === 'VariableDeclarator' && definition.id.type === 'Identifier' && isConstant && definition.init)
        return ofConstant(unwrap(definition.init));
      if (
        definition?.type === 'VariableDeclarator' &&
        isNullish(definition.init) &&
        variable!.references.some(({ identifier }) => isSetByConfiguration(analysis, identifier as Node))
      )
        return 'missing';
    }
    const field = expression.type === 'MemberExpression' ? fieldBehind(expression) : undefined;
    if (field) return ofConstant(field);
    if (expression.type === 'ArrayExpression') {
      return expression.elements.length > 0 &&
        expression.elements.every((element) => element !== null && element.type !== 'SpreadElement' && isProcessMemory(unwrap(element)))
        ? 'missing'
        : 'given';
    }
    return 'given';
  }

  /** `new Map()` of `store = new Map()` for `this.store`. */
  function fieldBehind(member: TSESTree.MemberExpression): Node | undefined {
    const owner = member.object.type === 'ThisExpression' ? analysis.source.ownerOfThis.get(member.object) : undefined;
    const name = propertyName(member);
    const field = isClass(owner)
      ? owner.body.body.find((candidate) => candidate.type === 'PropertyDefinition' && keyName(candidate) === name)
      : undefined;
    return field?.type === 'PropertyDefinition' && field.value ? unwrap(field.value) : undefined;
  }

  /** `const store = redis ? new RedisStore() : undefined`, by the name of a variable. */
  function ofConstant(init: Node): OptionState {
    steps += 1;
    return steps < MOST_STEPS && (isProcessMemory(init) || init.type === 'ConditionalExpression') ? ofValue(init) : 'given';
  }

  function isProcessMemory(expression: Node): boolean {
    if (expression.type !== 'NewExpression' && expression.type !== 'CallExpression') return false;
    const callee = unwrap(expression.callee);
    if (callee.type === 'Identifier' && callee.name === 'Map' && !analysis.source.variableOf(callee)) return true;
    const library = libraries.exportOf(callee);
    if (!library) return false;
    // `new Keyv()` as the store of another cache, without a store of its own.
    if (library.module === 'keyv')
      return ['store', 'uri', 'adapter', 'get'].every((name) => stateOf(expression.arguments[0], [name]) === 'missing');
    return MEMORY_VALUES.some(({ module, path }) => module.test(library.module) && path.test(library.path));
  }

  /** `options.store = new RedisStore()` after the object was made; an object handed to unknown code may be changed by it. */
  function writtenLater(identifier: Node, name: string): OptionState {
    for (const reference of analysis.source.variableOf(identifier)?.references ?? []) {
      const parent = (reference.identifier as Node).parent;
      if (parent?.type !== 'MemberExpression' || parent.object !== reference.identifier) continue;
      if (parent.parent?.type === 'AssignmentExpression' && parent.parent.left === parent && (propertyName(parent) ?? name) === name)
        return 'given';
    }
    return 'missing';
  }
}

function worst(states: readonly OptionState[]): OptionState {
  if (states.includes('given')) return 'given';
  return states.includes('unknown') ? 'unknown' : 'missing';
}

/** The literal strings among the arguments and their options. */
export function stringsOf(analysis: FileAnalysis, nodes: readonly Node[], depth = 3): string[] {
  const strings: string[] = [];
  for (const node of nodes) {
    const expression = unwrap(node);
    const text = stringValue(expression);
    if (text !== undefined) strings.push(text);
    else if (depth > 0 && expression.type === 'ObjectExpression') {
      strings.push(
        ...stringsOf(
          analysis,
          expression.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : [])),
          depth - 1,
        ),
      );
    } else if (depth > 0 && expression.type === 'Identifier') {
      const definition = analysis.source.variableOf(expression)?.defs[0]?.node as Node | undefined;
      if (definition?.type === 'VariableDeclarator' && definition.init && definition.id.type === 'Identifier')
        strings.push(...stringsOf(analysis, [definition.init], depth - 1));
    }
  }
  return strings;
}
