/**
 * Question: which expression stands for the end of detached work?
 *
 *     void embed(note)            embed(note)
 *     rows.forEach(async …)       Promise.all(rows.map(async …))
 *
 * Not everything that can be waited for should be: work behind a long pause, or a loop that never ends, belongs to a scheduler.
 * `forEach` has many receivers (sets, headers, snapshots of databases) that have no `map`. Only what is surely an array is rewritten.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, calleeText, propertyName, receiverOf, unwrap, type Node } from '../analysis/ast.js';
import type { FileAnalysis } from '../analysis/index.js';
import type { LaterWork } from '../analysis/timers/later-work.js';
import { isWithin } from '../analysis/timers/timers.js';
import { textOf } from './layout.js';

const GIVES_ARRAY = /^(map|filter|slice|concat|flat|flatMap|split|toSorted|toReversed|toSpliced)$/;
const GIVES_ARRAY_IN_FULL = /^(Object\.(keys|values|entries)|Array\.(from|of))$/;
const PAUSES = /\b(?:wait|sleep|delay|pause|setTimeout|setInterval)(?!Until)\w*\s*\(|\bwhile\s*\(\s*true\b|\bfor\s*\(\s*;\s*;/i;
const ARRAY_TYPE = /^(readonly\s+)?.*\[\]$|^(Readonly)?Array</;

export function promiseOf(analysis: FileAnalysis, { node, form, hasParts }: LaterWork): string | undefined {
  const { source } = analysis;
  if (hasParts || takesLong(analysis, node)) return undefined;
  const work =
    node.type === 'UnaryExpression' && node.operator === 'void'
      ? source.text.slice(node.range[0] + 'void'.length, node.range[1]).trim()
      : textOf(source, node);
  if (form === 'promise') return work;
  const call = unwrap(node.type === 'UnaryExpression' ? node.argument : node);
  if (form !== 'loop' || call.type !== 'CallExpression' || call.optional || call.callee.type !== 'MemberExpression' || call.callee.optional)
    return undefined;
  const { callee } = call;
  const { property } = callee;
  if (calleeName(call) !== 'forEach') return `Promise.all(${work})`;
  if (!isSurelyArray(analysis, callee.object)) return undefined;
  const [start] = call.range;
  return `Promise.all(${source.text.slice(start, property.range[0])}map${source.text.slice(property.range[1], call.range[1])})`;
}

/** It, or a function of the file that it calls, pauses or never ends. */
function takesLong({ source, reach }: FileAnalysis, node: Node): boolean {
  const called = source.calls.filter((call) => isWithin(call.node, node)).flatMap((call) => reach.calleesOf(call.node));
  return [node, ...called].some((part) => PAUSES.test(textOf(source, part)));
}

function isSurelyArray(analysis: FileAnalysis, node: Node, depth = 3): boolean {
  const { source } = analysis;
  const value = unwrap(node);
  if (value.type === 'ArrayExpression') return true;
  if (value.type === 'CallExpression')
    return (
      GIVES_ARRAY_IN_FULL.test(calleeText(value) ?? '') || (receiverOf(value) !== undefined && GIVES_ARRAY.test(calleeName(value) ?? ''))
    );
  // The batch of a queue, a topic or a stream.
  if (value.type === 'MemberExpression') return propertyName(value) === 'Records' && analysis.origins.of(value.object).has('request');
  const variable = value.type === 'Identifier' ? source.variableOf(value) : undefined;
  const definition = variable?.defs.length === 1 ? variable.defs[0]! : undefined;
  if (!definition || depth === 0) return false;
  const annotation = (definition.name as TSESTree.Identifier).typeAnnotation?.typeAnnotation;
  if (annotation) return ARRAY_TYPE.test(textOf(source, annotation));
  const declarator = definition.node as Node;
  return (
    declarator.type === 'VariableDeclarator' &&
    declarator.id === definition.name &&
    declarator.parent.kind === 'const' &&
    declarator.init !== null &&
    isSurelyArray(analysis, declarator.init, depth - 1)
  );
}
