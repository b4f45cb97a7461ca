/**
 * Small questions about accesses and values: where a value comes from, whether it is made of the cell itself, whether two places run in
 * one flow. The concerns beside this file are built on them.
 */

import {
  calleeName,
  calleeText,
  type FunctionNode,
  isFunction,
  isNullish,
  isPromiseMethod,
  keyName,
  type Node,
  numberValue,
  outermost,
  receiverOf,
  stringValue,
  unwrap,
} from '../ast.js';
import type { Access } from '../cells/index.js';
import { contains } from '../guards.js';
import type { Origin } from '../origins.js';
import { isLogged } from '../uses.js';
import type { Facts } from './facts.js';

export function originsOf(facts: Facts, node: Node | undefined): ReadonlySet<Origin> {
  return node ? facts.analysis.origins.of(node) : new Set<Origin>();
}

export function isFrom(facts: Facts, node: Node | undefined, ...wanted: readonly Origin[]): boolean {
  const origins = originsOf(facts, node);
  return wanted.some((origin) => origins.has(origin));
}

export function isOnlyLogged(facts: Facts, access: Access): boolean {
  const node = access.kind !== 'iterate' ? access.node : access.site;
  return isLogged(node) || isLoggedByName(facts, node);
}

/** `` const tag = `call-${++calls}`; console.info(tag, event); `` */
function isLoggedByName(facts: Facts, start: Node): boolean {
  let node = outermost(start);
  while (node.parent?.type === 'TemplateLiteral' || node.parent?.type === 'BinaryExpression') node = outermost(node.parent);
  const declarator = node.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== node || declarator.id.type !== 'Identifier') return false;
  const references = (facts.analysis.source.variableOf(declarator.id)?.references ?? []).filter((reference) => !reference.init);
  return references.length > 0 && references.every((reference) => reference.isRead() && isLogged(reference.identifier as Node));
}

/** `requests = requests + 1` reads only to write. */
export function isOwnStep(facts: Facts, access: Access): boolean {
  return facts.writes.some(
    (write) =>
      write.kind === 'assign' && write.value !== undefined && contains(write.value, access.node) && isIncrementOfSelf(facts, write.value),
  );
}

export function isKeyed(facts: Facts): boolean {
  return facts.accesses.some((access) => access.isKeyed);
}

export function isDrained(facts: Facts): boolean {
  return facts.writes.some((access) => access.kind === 'take');
}

/** Whether the value of a read goes to a caller or into a response. */
export function isReturned(facts: Facts, access: Access): boolean {
  if (access.how === 'return') return true;
  let node = outermost(access.method === undefined ? access.node : access.site);
  for (let steps = 0; steps < 12 && node.parent; steps += 1) {
    const { parent } = node;
    if (parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === node)) return true;
    if (/Statement$|Declarator$/.test(parent.type)) return false;
    node = parent;
  }
  return false;
}

/** Variables of the enclosing function that hold what a read gave: `const hit = cache.get(id)`. */
function isAliased(access: Access): boolean {
  let node = outermost(access.method === undefined ? access.node : access.site);
  while (
    node.parent?.type === 'LogicalExpression' ||
    node.parent?.type === 'AwaitExpression' ||
    node.parent?.type === 'ConditionalExpression'
  )
    node = outermost(node.parent);
  return node.parent?.type === 'VariableDeclarator' || node.parent?.type === 'AssignmentExpression';
}

const SELF_READS: readonly Access['kind'][] = ['get', 'read', 'iterate', 'has', 'take'];

/** Whether an expression is computed from the cell itself, directly or through a local name. */
export function derivesFromSelf(facts: Facts, value: Node | undefined, depth = 3, kinds: readonly Access['kind'][] = SELF_READS): boolean {
  if (!value || depth === 0) return false;
  if (facts.cell.accesses.some((access) => !access.isStored && kinds.includes(access.kind) && contains(value, access.node))) return true;
  return identifiersIn(facts, value).some((identifier) => {
    const variable = facts.analysis.source.variableOf(identifier);
    if (!variable || facts.analysis.source.isModuleLevel(variable)) return false;
    const definition = variable.defs[0];
    const node = definition?.node as Node | undefined;
    if (definition?.type !== 'Variable' || node?.type !== 'VariableDeclarator') return false;
    const loop = node.parent.parent;
    const origin = loop?.type === 'ForOfStatement' && loop.left === node.parent ? loop.right : node.init;
    return origin !== null && derivesFromSelf(facts, origin, depth - 1, kinds);
  });
}

export function identifiersIn(facts: Facts, value: Node, withFunctions = false): Node[] {
  const found: Node[] = [];
  walk(facts, value, (node) => {
    if (node.type === 'Identifier') found.push(node);
    else if (withFunctions && isFunction(node) && node !== value) found.push(...identifiersIn(facts, node));
  });
  return found;
}

/** Visits an expression without entering functions. Expressions are small; the budget only guards against generated code. */
export function walk(facts: Facts, start: Node, visit: (node: Node) => void, budget = 400): void {
  const pending = [start];
  for (let node = pending.pop(), left = budget; node && left > 0; node = pending.pop(), left -= 1) {
    visit(node);
    if (isFunction(node) && node !== start) continue;
    for (const key of facts.analysis.source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child))
        for (const item of child as (Node | null)[]) {
          if (item) pending.push(item);
        }
      else if (child && typeof (child as Node).type === 'string') pending.push(child as Node);
    }
  }
}

export function hasArithmetic(facts: Facts, value: Node | undefined): boolean {
  let found = false;
  if (value) {
    walk(facts, value, (node) => {
      if (node.type === 'BinaryExpression' && /^[-+*/]$/.test(node.operator)) found = true;
      if (node.type === 'UpdateExpression') found = true;
    });
  }
  return found;
}

/** Callers of one helper beyond these show nothing new. */
const MOST_ARGUMENTS = 8;
const STEPS = 10;

/** `(get(k) ?? 0) + 1`, also through `const count = …`: arithmetic on what the cell holds, with its operator. */
export function stepOfSelf(facts: Facts, value: Node | undefined, depth = STEPS): string | undefined {
  if (!value || depth === 0) return undefined;
  const inner = unwrap(value);
  switch (inner.type) {
    case 'Identifier': {
      const definition = localDefinition(facts, inner);
      if (definition) return stepOfSelf(facts, definition, depth - 1);
      // `set(key, get(key) + 1)` with helpers of this file: one call is gone back.
      for (const argument of depth < STEPS - 2 ? [] : argumentsFor(facts, inner).slice(0, MOST_ARGUMENTS)) {
        const step = stepOfSelf(facts, argument, STEPS - 3);
        if (step) return step;
      }
      return undefined;
    }
    case 'ObjectExpression':
      for (const property of inner.properties) {
        if (property.type !== 'Property') continue;
        // `let count = 1; if (known) count = known.count + 1; set(key, { count, until })`: beside a time at most, or it is a record.
        const values = inner.properties.length > 2 ? [property.value] : [property.value, ...assignedTo(facts, unwrap(property.value))];
        for (const value of values) {
          const step = stepOfSelf(facts, value, depth - 1);
          if (step) return step;
        }
      }
      return undefined;
    case 'BinaryExpression':
      if (!/^(\+|-|\*|\/|\*\*)$/.test(inner.operator) || isText(inner)) return undefined;
      return isSelfOperand(facts, inner.left as Node, depth) || isSelfOperand(facts, inner.right, depth) ? inner.operator : undefined;
    case 'CallExpression':
      if (calleeName(inner) === 'toString') return stepOfSelf(facts, receiverOf(inner), depth - 1);
      if (!/^(Math\.\w+|Number|parseInt|BigInt|String)$/.test(calleeText(inner) ?? '')) return undefined;
      for (const argument of inner.arguments) {
        const step = stepOfSelf(facts, argument, depth - 1);
        if (step) return step;
      }
      return undefined;
    case 'ConditionalExpression':
      return stepOfSelf(facts, inner.consequent, depth - 1) ?? stepOfSelf(facts, inner.alternate, depth - 1);
    case 'LogicalExpression':
      return stepOfSelf(facts, inner.left, depth - 1) ?? stepOfSelf(facts, inner.right, depth - 1);
    case 'AssignmentExpression':
      return stepOfSelf(facts, inner.right, depth - 1);
    default:
      return undefined;
  }
}

export function isIncrementOfSelf(facts: Facts, value: Node | undefined): boolean {
  return stepOfSelf(facts, value) !== undefined;
}

function isSelfOperand(facts: Facts, node: Node, depth: number): boolean {
  const inner = unwrap(node);
  if (depth === 0) return false;
  if (
    facts.cell.accesses.some((access) => SELF_READS.includes(access.kind) && access.method === undefined && unwrap(access.node) === inner)
  )
    return true;
  switch (inner.type) {
    case 'Identifier': {
      const definition = localDefinition(facts, inner);
      return definition !== undefined && isSelfOperand(facts, definition, depth - 1);
    }
    case 'MemberExpression':
      return !/^(length|size)$/.test(lastProperty(inner)) && isSelfOperand(facts, inner.object, depth - 1);
    case 'AwaitExpression':
      return isSelfOperand(facts, inner.argument, depth - 1);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return isSelfOperand(facts, inner.left as Node, depth - 1) || isSelfOperand(facts, inner.right, depth - 1);
    case 'CallExpression':
      if (facts.cell.accesses.some((access) => access.kind === 'get' && access.site === inner)) return true;
      if (
        facts.analysis.reach
          .calleesOf(inner)
          .some((callee) =>
            facts.analysis.values.returnsOf(callee).some((returned) => isSelfOperand(facts, returned, Math.min(depth - 1, 3))),
          )
      )
        return true;
      return (
        /^(Math\.\w+|Number|parseInt)$/.test(calleeText(inner) ?? '') &&
        inner.arguments.some((argument) => isSelfOperand(facts, argument, depth - 1))
      );
    default:
      return false;
  }
}

export function lastProperty(node: Node): string {
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? node.property.name : '';
}

/** What a local variable is initialised with. */
export function localDefinition(facts: Facts, identifier: Node): Node | undefined {
  const variable = facts.analysis.source.variableOf(identifier);
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== 'Variable' || facts.analysis.source.isModuleLevel(variable)) return undefined;
  return definition.node.id.type === 'Identifier' ? (definition.node.init ?? undefined) : undefined;
}

/** What a local variable is given after its declaration, a few times at most. */
function assignedTo(facts: Facts, identifier: Node): Node[] {
  if (identifier.type !== 'Identifier') return [];
  const variable = facts.analysis.source.variableOf(identifier);
  if (variable?.defs[0]?.type !== 'Variable' || facts.analysis.source.isModuleLevel(variable)) return [];
  return variable.references
    .filter((reference) => reference.isWrite() && !reference.init && reference.writeExpr && reference.identifier !== identifier)
    .slice(0, MOST_ARGUMENTS)
    .map((reference) => reference.writeExpr as Node);
}

function isText(node: Node): boolean {
  if (node.type === 'BinaryExpression') return isText(unwrap(node.left as Node)) || isText(unwrap(node.right));
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** The function a node stands in, callbacks counted as part of the function that holds them. */
export function holderFunction(facts: Facts, node: Node): FunctionNode | null {
  return facts.calls.holderOf(node);
}

/** Whether two nodes run in one invocation of one function or of what it calls. */
export function isSameFlow(facts: Facts, a: Access, b: Access): boolean {
  const first = holderFunction(facts, a.site);
  const second = holderFunction(facts, b.site);
  return first !== null && first === second;
}

export function isConstantValue(facts: Facts, value: Node | undefined): boolean {
  if (!value) return true;
  const origins = originsOf(facts, value);
  return [...origins].every((origin) => origin === 'constant' || origin === 'time' || origin === 'load');
}

export function isTimeValue(facts: Facts, value: Node | undefined): boolean {
  if (!value) return false;
  const inner = unwrap(value);
  if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression') return false;
  const origins = originsOf(facts, value);
  return origins.has('time') && [...origins].every((origin) => origin === 'time' || origin === 'constant' || origin === 'load');
}

export function isLater(a: Node, b: Node): boolean {
  return a.range[0] > b.range[0];
}

export function textOf(facts: Facts, node: Node): string {
  return facts.analysis.source.text.slice(...node.range);
}

/** Where the function of an access is called from, inside this file. */
export function callSitesOf(facts: Facts, access: Access): readonly Node[] {
  if (access.fn === null || facts.analysis.handlers.byFunction.get(access.fn)?.entry === 'platform') return [];
  return facts.analysis.reach.callersOf(access.fn).map((site) => site.node);
}

/** What the callers in this file pass for a parameter. */
export function argumentsFor(facts: Facts, identifier: Node): Node[] {
  const definition = facts.analysis.source.variableOf(identifier)?.defs[0];
  if (definition?.type !== 'Parameter' || !isFunction(definition.node as Node)) return [];
  const fn = definition.node as FunctionNode;
  const index = fn.params.findIndex(
    (parameter) => parameter === definition.name || (parameter.type === 'AssignmentPattern' && parameter.left === definition.name),
  );
  if (index === -1) return [];
  return facts.analysis.reach.callersOf(fn).flatMap(({ node }) => {
    const argument = node.arguments[index];
    return argument && argument.type !== 'SpreadElement' ? [argument] : [];
  });
}

export function objectFields(value: Node | undefined): string[] {
  const inner = value ? unwrap(value) : undefined;
  return inner?.type === 'ObjectExpression'
    ? inner.properties.flatMap((property) => (property.type === 'Property' ? [keyName(property) ?? ''] : []))
    : [];
}

export function objectFieldsOf(facts: Facts, value: Node | undefined): string[] {
  const inner = value ? unwrap(value) : undefined;
  return objectFields(inner?.type === 'Identifier' ? localDefinition(facts, inner) : inner);
}

export function statementOf(node: Node): Node | undefined {
  let current: Node | undefined = node;
  while (current && !/Statement$|^VariableDeclaration$/.test(current.type)) current = current.parent;
  return current;
}

/** Something that is not a log reads the content again. */
export function isReadBack(facts: Facts): boolean {
  return facts.reads.some(
    (access) =>
      (access.kind === 'get' || access.kind === 'iterate' || access.kind === 'has' || access.kind === 'read') &&
      access.how !== 'log' &&
      !isOnlyLogged(facts, access),
  );
}

export function hasTime(facts: Facts, node: Node): boolean {
  return identifiersIn(facts, node, true).some((identifier) => isFrom(facts, identifier, 'time')) || /Date\.now/.test(textOf(facts, node));
}

export function isTimeCompared(facts: Facts, access: Access): boolean {
  for (let node: Node | undefined = access.node; node && !/Statement$/.test(node.type); node = node.parent) {
    if (node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator))
      return isFrom(facts, node.left as Node, 'time') || isFrom(facts, node.right, 'time') || hasTime(facts, node);
  }
  return isAliased(access);
}

/** The cell's own declaration, to see `Map<string, Promise<…>>`. */
function declaredText(facts: Facts): string {
  const declaration = facts.cell.node.parent;
  return declaration
    ? facts.analysis.source.text.slice(declaration.range[0], Math.min(declaration.range[1], declaration.range[0] + 200))
    : '';
}

/** A helper of this file whose result its callers here go on with. */
export function isInternal(facts: Facts, fn: FunctionNode | null): boolean {
  return fn !== null && !facts.analysis.handlers.byFunction.has(fn) && facts.analysis.reach.callersOf(fn).length > 0;
}

export function isPromise(facts: Facts, value: Node, depth = 3): boolean {
  const inner = unwrap(value);
  if (depth === 0) return false;
  if (inner.type === 'CallExpression') {
    const name = calleeName(inner) ?? '';
    if (isPromiseMethod(name)) return true;
    if (isFunction(inner.callee)) return inner.callee.async;
    const callees = facts.analysis.reach.calleesOf(inner);
    return callees.length > 0 ? callees.some((callee) => callee.async) : /promise/i.test(declaredText(facts));
  }
  if (inner.type === 'NewExpression') return calleeText(inner) === 'Promise';
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((property) => property.type === 'Property' && isPromise(facts, property.value, depth - 1));
  if (inner.type === 'Identifier') {
    const variable = facts.analysis.source.variableOf(inner);
    const definition = variable?.defs[0]?.node as Node | undefined;
    if (definition?.type === 'VariableDeclarator' && definition.init && isPromise(facts, definition.init, depth - 1)) return true;
    if (
      variable?.references.some(
        (reference) =>
          reference.isWrite() && !reference.init && reference.writeExpr && isPromise(facts, reference.writeExpr as Node, depth - 1),
      )
    )
      return true;
    return definition?.type === 'VariableDeclarator' && definition.init
      ? /promise/i.test(declaredText(facts)) && unwrap(definition.init).type === 'CallExpression'
      : false;
  }
  return false;
}

export function firstArgument(access: Access): Node | undefined {
  return access.site.type === 'CallExpression' ? access.site.arguments[0] : undefined;
}

export function isEmptying(access: Access): boolean {
  return access.kind === 'clear' || (access.value !== undefined && (isNullish(access.value) || stringValue(access.value) === ''));
}

/** `targets[next++ % targets.length]`, `next = (next + 1) % n`, `if (next === targets.length) next = 0`: any start is as good as another. */
export function isRoundRobin(facts: Facts): boolean {
  const isSetBack = facts.writes.some(({ kind, value }) => kind === 'assign' && numberValue(value) === 0);
  const isIndex =
    isSetBack &&
    facts.accesses.some(({ node }) => node.parent?.type === 'MemberExpression' && node.parent.computed && node.parent.property === node);
  return facts.accesses.some((access) => {
    for (let node: Node | undefined = access.node; node && !/Statement$|Declarator$/.test(node.type); node = node.parent) {
      if (node.type === 'BinaryExpression' && node.operator === '%') return true;
      if (
        isIndex &&
        node.type === 'BinaryExpression' &&
        /^(===?|>=?)$/.test(node.operator) &&
        lastProperty(unwrap(node.right)) === 'length'
      )
        return true;
    }
    return false;
  });
}
