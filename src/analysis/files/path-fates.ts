/**
 * Question: what becomes of a path that is handed to code which nobody knows?
 *
 *     response.json({ file })                → answered
 *     queue.add('convert', { file })         → handed on: sent in a message
 *     db.report.create({ data: { file } })   → handed on: stored in a row
 *     await transcode(file)                  → passed: that call may read the file, upload it, or give it to a program
 */
import { calleeName, receiverOf, unwrap, type CallNode, type Node } from '../ast.js';
import type { SourceIndex } from '../source-index.js';
import {
  HANDING_FUNCTION,
  MESSAGE_COMMAND,
  MESSAGE_METHOD,
  MESSAGE_RECEIVER,
  RESPONSE_METHOD,
  RESPONSE_RECEIVER,
  SENDS_CONTENT,
  STORE_METHOD,
  STORE_RECEIVER,
} from './file-calls.js';
import type { FindModuleMember } from './module-members.js';
import { writtenName } from './written-name.js';

export interface Fate {
  readonly kind: 'read' | 'passed' | 'answered' | 'returned' | 'handedOn';
  /** How it is handed on, as a message says it. */
  readonly how?: string;
}

/** The fate of a path among the arguments of a call; inside of one, where it is a part of an object or a list. */
export type FindFate = (call: CallNode, isInside: boolean) => Fate;

const IN_MESSAGE: Fate = { kind: 'handedOn', how: 'has its path sent in a message' };
const IN_ROW: Fate = { kind: 'handedOn', how: 'has its path stored in a database row' };
const IN_MEMORY: Fate = { kind: 'handedOn', how: 'has its path kept in a module variable' };
const BY_NAME: Fate = { kind: 'handedOn', how: 'has its path handed on' };

const ROW_COMMAND = /^(Put(?!Events|Record)|Update|Transact|BatchWrite|ExecuteStatement)/;
const COLLECTION_CHANGE = /^(set|push|add|unshift|enqueue)$/;

export function createPathFates(source: SourceIndex, findMember: FindModuleMember): FindFate {
  return (call, isInside) => {
    const name = calleeName(call) ?? '';
    if (call.type === 'NewExpression') return ofMade(name);
    const receiver = receiverOf(call);
    return receiver ? ofMethod(name, receiver, isInside) : ofFunction(name);
  };

  function ofMade(name: string): Fate {
    if (MESSAGE_COMMAND.test(name)) return ROW_COMMAND.test(name) ? IN_ROW : IN_MESSAGE;
    return { kind: name === 'Response' || name === 'NextResponse' ? 'answered' : 'passed' };
  }

  function ofFunction(name: string): Fate {
    if (name === 'resolve') return { kind: 'returned' };
    if (/^(json|redirect|error|fail|callback|cb|reply|done)$/.test(name)) return { kind: 'answered' };
    return HANDING_FUNCTION.test(name) ? BY_NAME : { kind: 'passed' };
  }

  function ofMethod(name: string, receiver: Node, isInside: boolean): Fate {
    const owner = writtenName(receiver);
    if (SENDS_CONTENT.test(name)) return { kind: 'read' };
    if (name === 'json' || (RESPONSE_METHOD.test(name) && RESPONSE_RECEIVER.test(owner))) return { kind: 'answered' };
    if (MESSAGE_METHOD.test(name) && MESSAGE_RECEIVER.test(owner)) return IN_MESSAGE;
    if (COLLECTION_CHANGE.test(name) && isModuleCollection(receiver)) return IN_MEMORY;
    return STORE_METHOD.test(name) && isRowOf(name, receiver, owner, isInside) ? IN_ROW : { kind: 'passed' };
  }

  /** A path as a part of a row; a key-value store gets it as a value of its own. */
  function isRowOf(name: string, receiver: Node, owner: string, isInside: boolean): boolean {
    if (STORE_RECEIVER.test(owner)) return isInside || /^(redis|kv|cache)/i.test(owner);
    return isInside && /^[A-Z]\w*$/.test(owner) && /^(create|insert|update|find)/.test(name) && isModel(receiver);
  }

  /** `Report.create({…})`: a model of this project, not a class of a library that takes a path. */
  function isModel(receiver: Node): boolean {
    const member = findMember(receiver);
    return member !== undefined && /^[.@~#]/.test(member.module) && !/^@[\w-]+\//.test(member.module);
  }

  function isModuleCollection(receiver: Node): boolean {
    const variable = receiver.type === 'Identifier' ? source.variableOf(receiver) : undefined;
    if (!variable || !source.isModuleLevel(variable)) return false;
    const definition = variable.defs[0]?.node as Node | undefined;
    if (definition?.type !== 'VariableDeclarator' || !definition.init) return false;
    const init = unwrap(definition.init);
    return (
      init.type === 'ArrayExpression' ||
      init.type === 'ObjectExpression' ||
      (init.type === 'NewExpression' && /^(Map|Set)$/.test(calleeName(init) ?? ''))
    );
  }
}
