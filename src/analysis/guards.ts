/**
 * Question: what does testing a cell decide, and is a write reached only when the cell was empty?
 *
 *     if (seen.has(id)) return;      // present → turned away
 *     seen.add(id);                  // reached only where absent
 *
 * A test is followed outwards through `!`, comparisons with nothing, logical operators, a local boolean, the return of a helper and
 * callbacks of `filter` to the statement that it decides.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { FileAnalysis } from './index.js';
import {
  booleanValue,
  calleeName,
  calleeText,
  isFunction,
  isNullish,
  keyName,
  numberValue,
  outermost,
  propertyName,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import type { Access, Cell } from './cells/index.js';

export interface Test {
  readonly access: Access;
  /** The `if`, `while`, `?:`, logical expression, or the call of `filter` that the test decides. */
  readonly holder: Node;
  /** What makes the test true; `unknown` for comparisons with a value. */
  readonly polarity: 'present' | 'absent' | 'unknown';
  /** The operand a comparison is made with. */
  readonly against: Node | undefined;
}

const MOST_STEPS = 60;
/** Names, returns and callers that one test is followed through. */
const MOST_STARTS = 60;

export function testsOf(analysis: FileAnalysis, access: Access): Test[] {
  const found: Test[] = [];
  const climbed = new Set<Node>();
  const start = access.method === undefined ? access.node : access.site;
  const initial = access.method !== undefined && /ndexOf$|Index$/.test(access.method) ? 'unknown' : 'present';
  const isMembership = access.kind === 'has' && access.method === undefined;
  climb(isMembership || access.kind === 'iterate' ? access.site : start, isMembership ? 'present' : initial, undefined, 0);
  return found;

  function climb(from: Node, startPolarity: Test['polarity'], startAgainst: Node | undefined, depth: number): void {
    let node = outermost(from);
    if (climbed.has(node) || climbed.size > MOST_STARTS) return;
    climbed.add(node);
    let polarity = startPolarity;
    let against = startAgainst;
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const parent = node.parent;
      if (!parent) return;
      switch (parent.type) {
        case 'UnaryExpression':
          if (parent.operator === '!') polarity = flip(polarity);
          else if (parent.operator !== 'typeof' && parent.operator !== '-') return;
          break;
        case 'BinaryExpression': {
          // `active & bit` asks for one of the flags that a number holds.
          if (parent.operator === '&') break;
          const other = unwrap(parent.left === node ? parent.right : (parent.left as Node));
          const compared = compare(parent, node, other, polarity);
          if (compared === undefined) {
            against = other;
            polarity = 'unknown';
          } else {
            polarity = compared;
          }
          break;
        }
        case 'LogicalExpression':
          if (parent.operator === '??' || (parent.left === node && parent.operator === '||')) {
            found.push({ access, holder: parent, polarity, against });
          } else if (parent.left === node && parent.operator === '&&' && holdsWork(parent.right)) {
            found.push({ access, holder: parent, polarity, against });
          }
          break;
        case 'AwaitExpression':
        case 'SequenceExpression':
        case 'ChainExpression':
          break;
        case 'ConditionalExpression':
          if (parent.test === node) {
            found.push({ access, holder: parent, polarity, against });
            return;
          }
          break;
        case 'MemberExpression':
          if (parent.object !== node) return;
          if (polarity !== 'unknown') polarity = 'present';
          break;
        case 'CallExpression': {
          const name = calleeName(parent) ?? '';
          if (parent.callee === node) {
            if (!/^(then|some|every|includes|has|get|find|at|pop|size|valueOf)$/.test(name)) polarity = 'unknown';
            break;
          }
          if (name === 'Boolean') break;
          if (analysis.reach.calleesOf(parent).length > 0) return;
          polarity = 'unknown';
          break;
        }
        case 'IfStatement':
        case 'WhileStatement':
        case 'DoWhileStatement':
        case 'ForStatement':
          if (parent.test === node) found.push({ access, holder: parent, polarity, against });
          return;
        case 'SwitchStatement':
          if (parent.discriminant === node) found.push({ access, holder: parent, polarity: 'unknown', against });
          return;
        case 'VariableDeclarator': {
          if (parent.init !== node || parent.id.type !== 'Identifier' || depth > 3) return;
          // `const hit = seen[id]` is an alias, whose uses are accesses of their own; `const isNew = !seen[id]` is a test.
          if (access.depth > 0 && from === start && node === outermost(start) && access.kind !== 'has' && access.kind !== 'size') return;
          const variable = analysis.source.variableOf(parent.id);
          for (const reference of variable?.references ?? [])
            if (reference.isRead()) climb(reference.identifier as Node, polarity, against, depth + 1);
          return;
        }
        case 'ReturnStatement':
        case 'ArrowFunctionExpression': {
          const fn = parent.type === 'ArrowFunctionExpression' ? parent : analysis.source.functionOf(parent);
          if (fn && (parent.type === 'ReturnStatement' || parent.body === node)) climbOutOf(fn, polarity, against, depth);
          return;
        }
        default:
          return;
      }
      node = outermost(parent);
    }
  }

  function climbOutOf(fn: FunctionNode, polarity: Test['polarity'], against: Node | undefined, depth: number): void {
    if (depth > 3) return;
    const outer = outermost(fn).parent;
    if (outer?.type === 'CallExpression' && outer.callee !== fn && SELECTS.test(calleeName(outer) ?? '')) {
      found.push({ access, holder: outer, polarity, against });
      if (calleeName(outer) !== 'filter') climb(outer, polarity, against, depth + 1);
      return;
    }
    for (const call of selectionsBy(analysis, fn)) {
      found.push({ access, holder: call, polarity, against });
      if (calleeName(call) !== 'filter') climb(call, polarity, against, depth + 1);
    }
    for (const { node: call } of analysis.reach.callersOf(fn).slice(0, 12)) climb(call, polarity, against, depth + 1);
    for (const member of readsOfGetter(analysis, fn)) climb(member, polarity, against, depth + 1);
  }
}

const SELECTS = /^(filter|some|every|find|findIndex|findLast)$/;

/** `messages.filter(isNew)` for `function isNew(message) { … }` and `const isNew = (message) => …`. */
function selectionsBy(analysis: FileAnalysis, fn: FunctionNode): CallNode[] {
  const named = fn.id ?? (fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : undefined);
  if (named?.type !== 'Identifier') return [];
  return (analysis.source.variableOf(named)?.references ?? []).slice(0, 12).flatMap(({ identifier }) => {
    const call = (identifier as Node).parent;
    return call?.type === 'CallExpression' && call.callee !== identifier && SELECTS.test(calleeName(call) ?? '') ? [call] : [];
  });
}

/** `this.valid` for `get valid() { … }`. */
function readsOfGetter(analysis: FileAnalysis, fn: FunctionNode): Node[] {
  const { parent } = fn;
  if ((parent?.type !== 'MethodDefinition' && parent?.type !== 'Property') || parent.kind !== 'get') return [];
  const name = keyName(parent);
  const owner = parent.type === 'MethodDefinition' ? parent.parent.parent : parent.parent;
  return (analysis.source.thisUses.get(owner as Node) ?? []).flatMap((use) =>
    use.parent.type === 'MemberExpression' && propertyName(use.parent) === name ? [use.parent as Node] : [],
  );
}

function flip(polarity: Test['polarity']): Test['polarity'] {
  return polarity === 'present' ? 'absent' : polarity === 'absent' ? 'present' : 'unknown';
}

/** What a comparison says of presence; `undefined` where it compares with a value. */
function compare(node: TSESTree.BinaryExpression, side: Node, other: Node, polarity: Test['polarity']): Test['polarity'] | undefined {
  const { operator } = node;
  const isEquality = /^[=!]==?$/.test(operator);
  const negated = operator.startsWith('!');
  const boolean =
    booleanValue(other) ??
    (other.type === 'Literal' && /^(true|1|false|0)$/.test(String(other.value)) && typeof other.value === 'string'
      ? /^(true|1)$/.test(other.value)
      : undefined);
  const number = numberValue(other);
  const isTypeofUndefined = other.type === 'Literal' && other.value === 'undefined';
  if (isEquality && (isNullish(other) || isTypeofUndefined)) return negated ? 'present' : 'absent';
  if (isEquality && boolean !== undefined) return boolean === negated ? flip(polarity) : polarity;
  if (isEquality && number === -1) return negated ? 'present' : 'absent';
  // `(active & bit) === bit`
  if (isEquality && number !== 0 && polarity !== 'unknown' && isMasked(side)) return negated ? flip(polarity) : polarity;
  if (isEquality && number === 0 && polarity !== 'unknown') return negated ? 'present' : 'absent';
  const isLeft = node.left === side || unwrap(node.left as Node) === unwrap(side);
  if (isLeft && polarity === 'unknown' && ((operator === '>' && number === -1) || (operator === '>=' && number === 0))) return 'present';
  if (isLeft && polarity === 'unknown' && operator === '<' && number === 0) return 'absent';
  if (isLeft && polarity === 'present' && ((operator === '>' && number === 0) || (operator === '>=' && number === 1))) return 'present';
  if (isLeft && polarity === 'present' && operator === '<' && number === 1) return 'absent';
  return undefined;
}

function isMasked(side: Node): boolean {
  const inner = unwrap(side);
  return inner.type === 'BinaryExpression' && inner.operator === '&';
}

function holdsWork(node: Node): boolean {
  const inner = unwrap(node);
  return (
    inner.type === 'CallExpression' ||
    inner.type === 'AwaitExpression' ||
    inner.type === 'AssignmentExpression' ||
    inner.type === 'UpdateExpression' ||
    inner.type === 'UnaryExpression'
  );
}

export interface Branches {
  /** What runs where the cell holds something. */
  readonly present: Node | undefined;
  readonly absent: Node | undefined;
}

export function branchesOf(test: Test): Branches {
  const { holder, polarity } = test;
  let whenTrue: Node | undefined;
  let whenFalse: Node | undefined;
  switch (holder.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      whenTrue = holder.consequent;
      whenFalse = holder.alternate ?? undefined;
      break;
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      whenTrue = holder.body;
      break;
    case 'LogicalExpression':
      if (holder.operator === '&&') whenTrue = holder.right;
      else whenFalse = holder.right;
      break;
    default:
      return { present: undefined, absent: undefined };
  }
  if (polarity === 'absent') return { present: whenFalse, absent: whenTrue };
  return { present: whenTrue, absent: whenFalse };
}

/** The last statement of a branch, with braces or without. */
export function lastOf(branch: Node | undefined): Node | undefined {
  return branch?.type === 'BlockStatement' ? branch.body.at(-1) : branch;
}

/** Whether a statement always leaves: returns, throws, continues or breaks. */
export function leaves(node: Node | undefined): boolean {
  switch (node?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(leaves);
    case 'IfStatement':
      return node.alternate ? leaves(node.consequent) && leaves(node.alternate) : false;
    case 'TryStatement':
      return leaves(node.finalizer ?? undefined) || (leaves(node.block) && (!node.handler || leaves(node.handler.body)));
    default:
      return false;
  }
}

/** Whether a test keeps work from being done where the cell holds something: it leaves, waits, filters out, or wraps the work. */
export function turnsAway(test: Test): boolean {
  const { present, absent } = branchesOf(test);
  const { holder } = test;
  if (holder.type === 'CallExpression') return true;
  if (holder.type === 'WhileStatement' || holder.type === 'DoWhileStatement') return test.polarity === 'present';
  if (leaves(present)) return true;
  if (holder.type === 'LogicalExpression') return absent !== undefined && holder.operator !== '??';
  return absent !== undefined && !leaves(absent) && (present === undefined || holder.type === 'ConditionalExpression');
}

export function contains(outer: Node | undefined, inner: Node): boolean {
  return outer !== undefined && outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Whether a node is reached only where a test found the cell empty. */
export function isReachedWhenAbsent(analysis: FileAnalysis, test: Test, node: Node): boolean {
  const { present, absent } = branchesOf(test);
  if (contains(absent, node)) return true;
  if (!(contains(test.holder.parent, node) && test.holder.range[1] <= node.range[0])) return false;
  if (analysis.source.functionOf(test.holder) !== analysis.source.functionOf(node) && !isInside(analysis, node, test.holder)) return false;
  return present !== undefined && leaves(present) && !contains(present, node);
}

function isInside(analysis: FileAnalysis, node: Node, holder: Node): boolean {
  const fn = analysis.source.functionOf(holder);
  return fn !== null && contains(fn, node);
}

/** Absence tests of a cell: those whose polarity is known. */
export function knownTests(analysis: FileAnalysis, cell: Cell): Test[] {
  return cell.accesses.flatMap((access) => (isTesting(access) ? testsOf(analysis, access) : []));
}

function isTesting(access: Access): boolean {
  return (
    access.kind === 'has' ||
    access.kind === 'get' ||
    access.kind === 'size' ||
    access.kind === 'read' ||
    (access.kind === 'iterate' && access.method === undefined && access.site.type === 'CallExpression')
  );
}

/** Whether a write happens only where the cell is empty: `??=`, `if (!c)`, after `if (c) return`, or in a function called so. */
export function isGuarded(analysis: FileAnalysis, tests: readonly Test[], write: Access): boolean {
  if (write.operator === '??=' || write.operator === '||=') return true;
  if (write.value && isOwnFallback(tests, write.value)) return true;
  return isNodeGuarded(analysis, tests, write.site, 2);
}

function isNodeGuarded(analysis: FileAnalysis, tests: readonly Test[], node: Node, depth: number): boolean {
  if (tests.some((test) => test.polarity !== 'unknown' && isReachedWhenAbsent(analysis, test, node))) return true;
  const fn = analysis.source.functionOf(node);
  if (!fn || depth === 0) return false;
  const callers = analysis.reach.callersOf(fn).filter((site) => analysis.reach.isInvocation(site.from));
  if (callers.length > 0 && !analysis.handlers.byFunction.has(fn))
    return callers.every(({ node: call }) => isNodeGuarded(analysis, tests, call, depth - 1));
  const outer = outermost(fn).parent;
  return outer?.type === 'CallExpression' && outer.callee !== fn && isNodeGuarded(analysis, tests, outer, depth - 1);
}

/** `c = c ?? make()`, `c = c || make()`, `c = c ? c : make()`. */
function isOwnFallback(tests: readonly Test[], value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'LogicalExpression' && inner.operator !== '&&')
    return tests.some((test) => test.holder === inner && contains(inner.left, test.access.node));
  return inner.type === 'ConditionalExpression' && tests.some((test) => test.holder === inner && test.polarity !== 'unknown');
}

/** Whether a node runs on every way through its function: no branch, loop or callback stands between. */
export function isUnconditional(node: Node): boolean {
  for (let current: Node = node; current.parent; current = current.parent) {
    const parent = current.parent;
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.test !== current) return false;
        break;
      case 'LogicalExpression':
        if (parent.right === current) return false;
        break;
      case 'SwitchCase':
      case 'CatchClause':
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return false;
      case 'TryStatement':
        if (parent.handler === current) return false;
        break;
      default:
    }
    if (isFunction(parent)) return true;
  }
  return true;
}

/** Whether a node stands in a `catch` block, or in the handler of a rejected promise. */
export function isInCatch(node: Node): boolean {
  for (let current: Node = node; current.parent; current = current.parent) {
    const parent = current.parent;
    if (parent.type === 'CatchClause') return true;
    if (isFunction(current)) {
      if (parent.type !== 'CallExpression') return false;
      const name = calleeName(parent);
      return name === 'catch' || (name === 'then' && parent.arguments[1] === current);
    }
  }
  return false;
}

/** Whether a node stands in a `finally` block or callback. */
export function isInFinally(node: Node): boolean {
  for (let current: Node = node; current.parent; current = current.parent) {
    const parent = current.parent;
    if (parent.type === 'TryStatement' && parent.finalizer === current) return true;
    if (isFunction(current)) return parent.type === 'CallExpression' && calleeName(parent) === 'finally';
  }
  return false;
}

/** Whether a node runs later, from a timer. */
export function isInTimer(node: Node): boolean {
  for (let current: Node = node; current.parent; current = current.parent) {
    if (
      isFunction(current) &&
      current.parent.type === 'CallExpression' &&
      /^(setTimeout|setInterval|setImmediate)$/.test(calleeText(current.parent) ?? '')
    )
      return true;
  }
  return false;
}
