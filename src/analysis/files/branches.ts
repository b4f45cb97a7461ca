/**
 * Question: can two places run in one invocation, the second after the first?
 *
 *     if (request.method === 'POST') { await write(file); return … }   // never together with what follows
 *     return read(file);
 */
import { isFunction, type Node } from '../ast.js';

/** Whether the places at the end of two trails exclude each other. A trail names the calls from one function to the place. */
export function areExclusive(left: readonly Node[], right: readonly Node[]): boolean {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) if (left[index] !== right[index]) return isApart(left[index]!, right[index]!);
  return false;
}

function isApart(left: Node, right: Node): boolean {
  const around = new Map<Node, Node>();
  let below = left;
  for (let node = left.parent; node; below = node, node = node.parent) around.set(node, below);
  let rightBelow = right;
  for (let node = right.parent; node; rightBelow = node, node = node.parent) {
    const leftBelow = around.get(node);
    if (leftBelow === undefined) continue;
    return areBranches(node, leftBelow, rightBelow) || leavesBetween(left, leftBelow, right) || leavesBetween(right, rightBelow, left);
  }
  return false;
}

/** Two branches of one condition, or two cases of one switch. */
function areBranches(node: Node, left: Node, right: Node): boolean {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
    return left !== node.test && right !== node.test && left !== right;
  return node.type === 'SwitchStatement' && left !== node.discriminant && right !== node.discriminant && left !== right;
}

/** Whether `first` stands in a branch that returns or throws, with `second` after that branch. */
function leavesBetween(first: Node, top: Node, second: Node): boolean {
  if (second.range[0] < top.range[1]) return false;
  let below = first;
  for (let node = first.parent; node && below !== top; below = node, node = node.parent) {
    if (isFunction(node)) return false;
    if (node.type === 'IfStatement' && below !== node.test && leaves(below)) return true;
    if (node === top) return false;
  }
  return isBranchThatLeaves(top, first);
}

function isBranchThatLeaves(statement: Node, place: Node): boolean {
  if (statement.type !== 'IfStatement') return false;
  const branch = [statement.consequent, statement.alternate].find(
    (candidate) => candidate && candidate.range[0] <= place.range[0] && place.range[1] <= candidate.range[1],
  );
  return branch ? leaves(branch) : false;
}

function leaves(statement: Node): boolean {
  if (statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement') return true;
  if (statement.type === 'BlockStatement') return statement.body.some(leaves);
  if (statement.type === 'TryStatement') return leaves(statement.block) && (!statement.handler || leaves(statement.handler.body));
  return statement.type === 'IfStatement' && statement.alternate !== null && leaves(statement.consequent) && leaves(statement.alternate);
}
