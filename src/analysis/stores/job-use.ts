/**
 * Question: does somebody wait for the work that is given to a queue in the process?
 *
 *     await queue.add(() => resize(key));        // yes: the queue only limits how much runs at once
 *     void queue.add(() => resize(key));         // no: the work is left behind when the response is sent
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, outermost, unwrap, type CallNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { StoreUses } from './store-uses.js';

const GIVES_WORK = /^(add|addAll|push|pushAsync|unshift|schedule|submit|enqueue)$/;
const WAITS = /^(onIdle|onEmpty|onSizeLessThan|drained|drain|idle|stop)$/;
const COLLECTS = /^(all|allSettled|race|any|map|flatMap|from|then|catch|finally|waitUntil|after)$/;

/** The first call that gives work nobody waits for. */
export function findUnawaitedJob(analysis: FileAnalysis, uses: StoreUses): CallNode | undefined {
  const waiting = uses.calls.filter(({ method, call }) => WAITS.test(method) && isAwaited(analysis, call));
  for (const { method, call, fn } of uses.calls) {
    if (!GIVES_WORK.test(method) || fn === null) continue;
    if (!analysis.reach.isInvocation(fn) && analysis.reach.isLoadCalled(fn)) continue;
    if (isAwaited(analysis, call)) continue;
    if (waiting.some((wait) => wait.fn === fn || isNested(analysis, fn, wait.fn))) continue;
    return call;
  }
  return undefined;
}

function isNested(analysis: FileAnalysis, inner: Node, outer: Node | null): boolean {
  for (let fn = analysis.source.functionOf(inner); fn; fn = analysis.source.functionOf(fn)) if (fn === outer) return true;
  return false;
}

function isAwaited(analysis: FileAnalysis, call: Node): boolean {
  let node: Node = outermost(call);
  for (let steps = 0; steps < 30; steps += 1) {
    const parent: Node | undefined = node.parent;
    if (!parent) return false;
    switch (parent.type) {
      case 'AwaitExpression':
      case 'ReturnStatement':
      case 'YieldExpression':
        return parent.type !== 'ReturnStatement' || isReturnWaitedFor(analysis, parent);
      case 'ArrowFunctionExpression':
      case 'MemberExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ChainExpression':
        if (parent.type === 'ArrowFunctionExpression' && outermost(parent).parent?.type !== 'CallExpression') return true;
        node = outermost(parent);
        continue;
      case 'CallExpression': {
        const name = calleeName(parent) ?? '';
        if (parent.callee !== node && name === 'push') return isCollected(analysis, parent);
        if (parent.callee !== node && !COLLECTS.test(name)) return name !== 'forEach' && unwrap(parent.callee).type !== 'Super';
        if (name === 'waitUntil' || name === 'after') return true;
        node = outermost(parent);
        continue;
      }
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' && isVariableAwaited(analysis, parent.id);
      case 'AssignmentExpression':
        return true;
      default:
        return false;
    }
  }
  return false;
}

/** A `return` in a callback counts as waited for where the callback's call does. */
function isReturnWaitedFor(analysis: FileAnalysis, statement: TSESTree.ReturnStatement): boolean {
  const fn = analysis.source.functionOf(statement);
  const call = fn && outermost(fn).parent;
  if (!fn || call?.type !== 'CallExpression' || call.callee === fn) return true;
  return calleeName(call) !== 'forEach';
}

/** `jobs.push(queue.add(…)); await Promise.all(jobs)`. */
function isCollected(analysis: FileAnalysis, push: TSESTree.CallExpression): boolean {
  const callee = unwrap(push.callee);
  const list = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  return list?.type === 'Identifier' ? isVariableAwaited(analysis, list) : true;
}

function isVariableAwaited(analysis: FileAnalysis, identifier: Node): boolean {
  return (analysis.source.variableOf(identifier)?.references ?? []).some((reference) => {
    for (let node: Node | undefined = reference.identifier as Node; node; node = node.parent) {
      if (node.type === 'AwaitExpression' || node.type === 'ReturnStatement') return true;
      if (/Statement$|^VariableDeclaration$/.test(node.type)) return false;
    }
    return false;
  });
}
