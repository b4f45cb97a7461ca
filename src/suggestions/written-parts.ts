/**
 * Question: which parts of a module's object does a function write, and would a fresh object for each request serve it as well?
 *
 *     headers['access-control-allow-origin'] = event.headers.origin;   // a request's own: a fresh object serves
 *     state.client ??= new Client();                                   // kept on purpose: it does not
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeText, isNullish, outermost, propertyName, unwrap, type Node } from '../analysis/ast.js';
import type { FileAnalysis } from '../analysis/index.js';
import type { Reference } from '../analysis/source-index.js';

export interface PartUse {
  readonly use: Reference;
  /** From the object down: `['headers', 'authorization']` for `options.headers.authorization`. Empty for all of its parts at once. */
  readonly path: readonly string[];
  /** What is written there; `undefined` where the part is read. */
  readonly value: Node | undefined;
  /** The object that a write changes: `['headers']` for that same place, and for `Object.assign(options.headers, …)`. */
  readonly into: readonly string[];
}

const SETTING = /^(set|append)$/;

/** The parts of an object that are written or read; `undefined` where something is done with it that a fresh one may not stand, or that is not understood. */
export function requestParts({ origins }: FileAnalysis, uses: readonly Reference[]): readonly PartUse[] | undefined {
  const parts: PartUse[] = [];
  for (const use of uses) {
    const part = partOf(use);
    if (part === undefined) return undefined;
    if (part !== 'whole') parts.push(part);
  }
  const writes = parts.filter(isWrite);
  const isRequest = ({ value }: PartUse): boolean => value !== undefined && origins.of(value).has('request');
  for (const read of parts) {
    if (isWrite(read)) continue;
    // What is read back must be the request's own: a flag or a client that is kept must stay kept.
    const seen = writes.filter(({ path }) => path.every((name, index) => name === read.path[index]));
    if (seen.length > 0 && !(seen.some(isRequest) && seen.every((write) => isRequest(write) || isNullish(write.value)))) return undefined;
  }
  return writes.some(isRequest) ? parts : undefined;
}

export function isWrite({ value }: PartUse): boolean {
  return value !== undefined;
}

function partOf(use: Reference): PartUse | 'whole' | undefined {
  const path: string[] = [];
  let node = outermost(use.identifier as Node);
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) {
    const member: TSESTree.MemberExpression = node.parent;
    const name = propertyName(member);
    if (name === undefined) return undefined;
    const call = outermost(member).parent;
    if (call?.type === 'CallExpression' && unwrap(call.callee) === member) return ofMethod(use, path, name, call);
    path.push(name);
    node = outermost(member);
  }
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression':
      if (parent.left !== node) break;
      return path.length > 0 && parent.operator === '=' ? { use, path, value: parent.right, into: path.slice(0, -1) } : undefined;
    case 'UpdateExpression':
      return undefined;
    case 'UnaryExpression':
      if (parent.operator === 'delete') return undefined;
      break;
    case 'CallExpression': {
      if (parent.arguments[0] !== node || calleeText(parent) !== 'Object.assign') break;
      const [, value, more] = parent.arguments;
      return value && !more && value.type !== 'SpreadElement' ? { use, path, value, into: path } : undefined;
    }
    default:
  }
  return path.length === 0 ? 'whole' : { use, path, value: undefined, into: path };
}

/** `headers.set('x-user', id)`; reading methods are reads of the part that they name. What others do to a part is not known. */
function ofMethod(use: Reference, into: readonly string[], method: string, call: TSESTree.CallExpression): PartUse | undefined {
  const [key, value] = call.arguments;
  if (key?.type !== 'Literal') return undefined;
  const path = [...into, String(key.value)];
  if (SETTING.test(method)) return value && value.type !== 'SpreadElement' ? { use, path, value, into } : undefined;
  return method === 'get' || method === 'has' ? { use, path, value: undefined, into: path } : undefined;
}
