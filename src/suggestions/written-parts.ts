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

export interface PartWrite {
  /** `access-control-allow-origin`; `undefined` for the whole. */
  readonly name: string | undefined;
  readonly value: Node;
  /** Whether a part of the part is written: `options.headers.authorization`. */
  readonly isDeep: boolean;
}

interface Part {
  readonly writes: PartWrite[];
  isRead: boolean;
}

const SETTING = /^(set|append)$/;

/** The writes of an object's parts; `undefined` where something is done with the object that a fresh one may not stand, or that is not understood. */
export function requestWrites({ origins }: FileAnalysis, uses: readonly Reference[]): readonly PartWrite[] | undefined {
  const parts = new Map<string | undefined, Part>();
  const partOf = (name: string | undefined): Part => {
    let part = parts.get(name);
    if (!part) parts.set(name, (part = { writes: [], isRead: false }));
    return part;
  };
  for (const { identifier } of uses) {
    const use = useOf(identifier as Node);
    if (use === undefined) return undefined;
    if (use === 'whole') continue;
    if (use.value === undefined) partOf(use.name).isRead = true;
    else partOf(use.name).writes.push({ name: use.name, value: use.value, isDeep: use.isDeep });
  }
  for (const { writes, isRead } of parts.values()) {
    // What is read back must be the request's own: a flag or a client that is kept must stay kept.
    if (isRead && writes.length > 0 && !(writes.some(({ value }) => isRequest(value)) && writes.every(({ value }) => isRequest(value) || isNullish(value)))) return undefined;
  }
  const writes = [...parts.values()].flatMap((part) => part.writes);
  return writes.some(({ value }) => isRequest(value)) ? writes : undefined;

  function isRequest(value: Node): boolean {
    return origins.of(value).has('request');
  }
}

function useOf(identifier: Node): 'whole' | { readonly name: string | undefined; readonly value: Node | undefined; readonly isDeep: boolean } | undefined {
  const whole = outermost(identifier);
  const { parent } = whole;
  if (parent?.type === 'CallExpression' && parent.arguments[0] === whole && calleeText(parent) === 'Object.assign') {
    const [, value, more] = parent.arguments;
    return value && !more && value.type !== 'SpreadElement' ? { name: undefined, value, isDeep: false } : undefined;
  }
  if (parent?.type === 'AssignmentExpression' && parent.left === whole) return undefined;
  if (parent?.type !== 'MemberExpression' || parent.object !== whole) return 'whole';
  const name = propertyName(parent);
  if (name === undefined) return undefined;
  const call = outermost(parent).parent;
  if (call?.type === 'CallExpression' && unwrap(call.callee) === parent) return methodUse(call, name);
  let chain: Node = outermost(parent);
  while (chain.parent?.type === 'MemberExpression' && chain.parent.object === chain) {
    if (propertyName(chain.parent) === undefined) return undefined;
    chain = outermost(chain.parent);
  }
  const isDeep = unwrap(chain) !== parent;
  const target = chain.parent;
  if (target?.type === 'AssignmentExpression' && target.left === chain) return target.operator === '=' ? { name, value: target.right, isDeep } : undefined;
  if (target?.type === 'UpdateExpression' || (target?.type === 'UnaryExpression' && target.operator === 'delete')) return undefined;
  // What a method does to a part is not known.
  if (isDeep && target?.type === 'CallExpression' && unwrap(target.callee) === unwrap(chain)) return undefined;
  return { name, value: undefined, isDeep };
}

/** `headers.set('x-user', id)`; reading methods are reads of the part that they name. */
function methodUse(call: TSESTree.CallExpression, method: string): ReturnType<typeof useOf> {
  const [key, value] = call.arguments;
  const name = key?.type === 'Literal' ? String(key.value) : undefined;
  if (name === undefined) return undefined;
  if (SETTING.test(method)) return value && value.type !== 'SpreadElement' ? { name, value, isDeep: false } : undefined;
  return method === 'get' || method === 'has' ? { name, value: undefined, isDeep: false } : undefined;
}
