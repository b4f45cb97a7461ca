/**
 * Question: does a call that nobody looks at start a promise?
 *
 *     sendWelcome(email);                 // here: unknown …
 *     await sendWelcome(guest.email);     // … were it not for this line of the same file
 *
 * A call by itself does not say whether it is asynchronous. What does: an asynchronous function of this file, a client or SDK whose every
 * method is, a binding of a Worker, a write to Firestore, and the same call awaited elsewhere in the file.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, calleeText, dottedName, isFunction, receiverOf, type Node } from '../ast.js';
import { commandOf } from '../effects.js';
import type { FileAnalysis } from '../index.js';

/** Asynchronous in every version, whatever is done with the result. */
const ASYNC_CLIENT = /^(fetch|axios|axios\.(post|put|patch|delete|request)|Promise\.(all|allSettled|any))$/;
/** Clients whose every method gives a promise that has started. Lazy ones, such as Prisma, knex and Supabase, are not among them. */
const ASYNC_RECEIVER = /^(redis\w*|ioredis|kv|resend|stripe|sgMail|transporter|mailer|twilio\w*)$/;
/** Methods of such clients that only change the client. */
const SETTING_METHOD = /^(set[A-Z]\w*|on|once|off|use|configure|connect|disconnect|quit|end|close|multi|pipeline|duplicate)$/;
const BINDING_METHOD = /^(put|delete|send|sendBatch|run|create|upsert|insert)$/;
const FIRESTORE_WRITE = /^(set|update|add|delete|create)$/;

export interface SurelyAsync {
  /** Whether the call starts a promise. */
  readonly starts: (call: TSESTree.CallExpression) => boolean;
  /** Whether it is a client that is asynchronous by itself: `fetch`, `axios.post`, `Promise.all`. */
  readonly isClient: (call: TSESTree.CallExpression) => boolean;
}

/** Whether the call by itself, without what its names stand for, may be one that starts a promise. */
export function mayStartPromise(call: TSESTree.CallExpression): boolean {
  return (
    isClient(call) ||
    commandOf(call) !== undefined ||
    isOnBinding(call) ||
    isOnAsyncClient(call) ||
    (FIRESTORE_WRITE.test(calleeName(call) ?? '') && receiverOf(call)?.type === 'CallExpression')
  );
}

function isClient(call: TSESTree.CallExpression): boolean {
  return ASYNC_CLIENT.test(calleeText(call) ?? '');
}

/** `env.ORDERS.put(…)`, `c.env.DB.prepare(…).bind(…).run()` */
function isOnBinding(call: TSESTree.CallExpression): boolean {
  if (!BINDING_METHOD.test(calleeName(call) ?? '')) return false;
  let receiver: Node | undefined = receiverOf(call);
  while (receiver?.type === 'CallExpression') receiver = receiverOf(receiver);
  if (!receiver) return false;
  const { root, path } = dottedName(receiver);
  const names = [root.type === 'Identifier' ? root.name : '', ...path];
  return names.some((name, index) => name === 'env' && /^[A-Z][A-Z0-9_]*$/.test(names[index + 1] ?? ''));
}

function isOnAsyncClient(call: TSESTree.CallExpression): boolean {
  if (SETTING_METHOD.test(calleeName(call) ?? '')) return false;
  // `redis.set(key, value, (error) => …)`: whoever gives a callback waits for it.
  if (call.arguments.some((argument) => argument.type !== 'SpreadElement' && isFunction(argument))) return false;
  const receiver = receiverOf(call);
  const root = receiver && dottedName(receiver).root;
  return root?.type === 'Identifier' && ASYNC_RECEIVER.test(root.name);
}

export function createSurelyAsync({ look, source, values }: FileAnalysis): SurelyAsync {
  /** `ref.collection('orders').doc(id).update(…)`: a promise that starts at once, unlike the builders of other databases. */
  const isFirestoreWrite = (call: TSESTree.CallExpression): boolean => {
    if (!FIRESTORE_WRITE.test(calleeName(call) ?? '')) return false;
    for (let receiver = receiverOf(call); receiver?.type === 'CallExpression'; receiver = receiverOf(receiver)) {
      const step = calleeName(receiver) ?? '';
      if (/^(doc|collection)$/.test(step) && receiver.arguments.length > 0 && /firestore/i.test(source.text)) return true;
    }
    return false;
  };

  const isAwaitedElsewhere = (call: TSESTree.CallExpression): boolean => {
    const { root, path } = dottedName(call.callee);
    if (
      root.type === 'Identifier'
        ? source.variableOf(root)?.defs[0]?.type !== 'ImportBinding'
        : root.type !== 'ThisExpression' || path.length < 2
    )
      return false;
    const text = calleeText(call);
    return text !== undefined && look.awaitedCallees.has(text);
  };

  return {
    isClient,
    starts: (call) =>
      isClient(call) ||
      commandOf(call) !== undefined ||
      isOnBinding(call) ||
      isOnAsyncClient(call) ||
      isFirestoreWrite(call) ||
      values.functionsOf(call.callee).some((fn) => fn.async) ||
      isAwaitedElsewhere(call),
  };
}
