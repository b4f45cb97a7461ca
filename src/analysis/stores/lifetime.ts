/**
 * Questions: who holds what a call made, and does it outlive the invocation?
 *
 *     const otps = new NodeCache();                                    // a module variable: outlives
 *     export const handler = async () => { const seen = new LRUCache() };   // a local one: does not
 *     export function createLimiter() { const hits = new LRUCache(); return { check: … hits … } }   // captured by what escapes: does
 */
import { isClass, isTransparent, keyName, propertyName, unwrap, type ClassNode, type FunctionNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';

export type Holder =
  /** `alsoBy`: what holds it beside the variable, as in `const jobs = (globalThis.jobs ??= new LRUCache())`. */
  | { readonly kind: 'variable'; readonly variable: Variable; readonly path: readonly string[]; readonly alsoBy?: Holder | undefined }
  | { readonly kind: 'field'; readonly owner: ClassNode; readonly name: string; readonly isStatic: boolean }
  | { readonly kind: 'global'; readonly name: string | undefined }
  /** Put into another collection that outlives: `locks.set(id, new Mutex())`. */
  | { readonly kind: 'element'; readonly variable: Variable }
  | { readonly kind: 'none' };

export function holderOf(analysis: FileAnalysis, made: Node): Holder {
  const path: string[] = [];
  let node = made;
  let assigned: Holder | undefined;
  for (;;) {
    const parent: Node | undefined = node.parent;
    if (!parent) return assigned ?? { kind: 'none' };
    switch (parent.type) {
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'ConditionalExpression':
      case 'ObjectExpression':
      case 'SequenceExpression':
        node = parent;
        continue;
      case 'Property': {
        const key = keyName(parent);
        if (parent.value !== node || key === undefined) return assigned ?? { kind: 'none' };
        path.unshift(key);
        node = parent;
        continue;
      }
      case 'VariableDeclarator': {
        const variable = parent.id.type === 'Identifier' ? analysis.source.variableOf(parent.id) : undefined;
        return variable ? { kind: 'variable', variable, path, alsoBy: assigned } : (assigned ?? { kind: 'none' });
      }
      case 'AssignmentExpression': {
        if (parent.right !== node) return assigned ?? { kind: 'none' };
        const target = holderOfTarget(analysis, parent.left, path);
        if (target.kind !== 'none') assigned ??= target;
        node = parent;
        continue;
      }
      case 'PropertyDefinition': {
        const name = keyName(parent);
        const owner = parent.parent.parent;
        return parent.value === node && name !== undefined && path.length === 0
          ? { kind: 'field', owner, name, isStatic: parent.static }
          : (assigned ?? { kind: 'none' });
      }
      case 'CallExpression': {
        const callee = unwrap(parent.callee);
        if (callee === node || callee.type !== 'MemberExpression' || !/^(set|push|add|unshift)$/.test(propertyName(callee) ?? ''))
          return assigned ?? { kind: 'none' };
        const object = unwrap(callee.object);
        const variable = object.type === 'Identifier' ? analysis.source.variableOf(object) : undefined;
        return variable ? { kind: 'element', variable } : (assigned ?? { kind: 'none' });
      }
      default:
        if (!isTransparent(parent)) return assigned ?? { kind: 'none' };
        node = parent;
    }
  }
}

function holderOfTarget(analysis: FileAnalysis, target: Node, path: readonly string[]): Holder {
  const left = unwrap(target);
  if (left.type === 'Identifier') {
    const variable = analysis.source.variableOf(left);
    return variable ? { kind: 'variable', variable, path } : { kind: 'none' };
  }
  if (left.type !== 'MemberExpression') return { kind: 'none' };
  const object = unwrap(left.object);
  const name = propertyName(left);
  if (object.type === 'ThisExpression' && name !== undefined) {
    const owner = analysis.source.ownerOfThis.get(object);
    return isClass(owner) ? { kind: 'field', owner, name, isStatic: false } : { kind: 'none' };
  }
  if (object.type === 'Identifier') {
    const variable = analysis.source.variableOf(object);
    if (!variable) return /^(globalThis|global|self|process)$/.test(object.name) ? { kind: 'global', name } : { kind: 'none' };
    return name === undefined ? { kind: 'element', variable } : { kind: 'variable', variable, path: [name, ...path] };
  }
  return { kind: 'none' };
}

export function outlivesInvocation(analysis: FileAnalysis, made: Node, holder: Holder): boolean {
  const { source, reach, handlers } = analysis;
  switch (holder.kind) {
    case 'global':
      return true;
    case 'variable':
      return (
        variableOutlives(holder.variable) ||
        isPutIntoLasting(holder.variable) ||
        (holder.alsoBy !== undefined && outlivesInvocation(analysis, made, holder.alsoBy))
      );
    case 'element':
      return variableOutlives(holder.variable);
    case 'field':
      return holder.isStatic || instanceOutlives(holder.owner);
    case 'none':
      return functionRunsAtLoad(source.functionOf(made));
  }

  function functionRunsAtLoad(fn: FunctionNode | null): boolean {
    return fn === null || !reach.isInvocation(fn) || (reach.isLoadCalled(fn) && handlers.byFunction.get(fn)?.entry !== 'platform');
  }

  function variableOutlives(variable: Variable): boolean {
    if (source.isModuleLevel(variable)) return true;
    const declared = variable.identifiers[0] as Node | undefined;
    const fn = declared ? source.functionOf(declared) : null;
    if (functionRunsAtLoad(fn)) return true;
    return fn !== null && isCapturedByEscapingClosure(variable, fn);
  }

  /** `mutex = new Mutex(); this.locks.set(chat, mutex);`: the variable is local, what it holds is kept. */
  function isPutIntoLasting(variable: Variable): boolean {
    return variable.references.some(({ identifier }) => {
      const call = (identifier as Node).parent;
      const callee = call?.type === 'CallExpression' && call.callee !== identifier ? unwrap(call.callee) : undefined;
      if (callee?.type !== 'MemberExpression' || !/^(set|push|add|unshift)$/.test(propertyName(callee) ?? '')) return false;
      const collection = holderOfTarget(analysis, callee.object, []);
      return collection.kind === 'field'
        ? outlivesInvocation(analysis, made, collection)
        : collection.kind === 'variable' && source.isModuleLevel(collection.variable);
    });
  }

  /** A factory that returns functions around the variable, or hands them to a router; nobody calls it once an invocation. */
  function isCapturedByEscapingClosure(variable: Variable, fn: FunctionNode): boolean {
    const handler = handlers.byFunction.get(fn);
    if (handler?.entry === 'platform' || reach.callersOf(fn).some(({ from }) => from !== null && reach.isInvocation(from))) return false;
    const returned = new Set(analysis.values.returnsOf(fn).flatMap((node) => functionsWithin(analysis, node)));
    for (const reference of variable.references) {
      let inner = source.functionOf(reference.identifier as Node);
      while (inner && inner !== fn) {
        if (returned.has(inner) || handlers.byFunction.get(inner)?.entry === 'platform') return true;
        inner = source.functionOf(inner);
      }
    }
    return false;
  }

  function instanceOutlives(owner: ClassNode): boolean {
    if (handlers.actorClasses.has(owner)) return false;
    if (handlers.singletonClasses.has(owner)) return true;
    let isMade = false;
    for (const call of source.calls) {
      if (
        call.node.type !== 'NewExpression' ||
        !analysis.values.of(call.node.callee).some((value) => value.kind === 'class' && value.node === owner)
      )
        continue;
      isMade = true;
      const holder = holderOf(analysis, call.node);
      const isOwnField = holder.kind === 'field' || (holder.kind === 'variable' && holder.alsoBy?.kind === 'field');
      if (!isOwnField && outlivesInvocation(analysis, call.node, holder)) return true;
    }
    return !isMade;
  }
}

/** The functions that a returned expression gives away: itself, or those in the object that it is. */
function functionsWithin(analysis: FileAnalysis, node: Node): FunctionNode[] {
  return analysis.values.of(node).flatMap((value) => {
    if (value.kind === 'function') return [value.node];
    if (value.kind !== 'object') return [];
    return value.node.properties.flatMap((property) => (property.type === 'Property' ? analysis.values.functionsOf(property.value) : []));
  });
}

/** Inside a Durable Object, a workflow class or an actor: their runtime owns what they hold. */
export function isInsideActor(analysis: FileAnalysis, node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent)
    if (isClass(current) && analysis.handlers.actorClasses.has(current)) return true;
  return false;
}
