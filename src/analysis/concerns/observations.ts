/**
 * Question: is what a cell holds only there to be looked at by people?
 *
 *     class Logger { #recent = []; info(text) { … } warn(text) { … } error(text) { this.#recent.push(text); } }
 *
 * A logger keeps its latest lines beside writing them out; to lose them loses no truth.
 */

import { isClass, keyName } from '../ast.js';
import type { Facts } from './facts.js';

const LOGGING = /^#?(trace|debug|info|warn|warning|error|fatal|verbose|critical)$/;

/** Kept by an object that logs, or filled by nothing but its functions. */
export function isOfLogger({ analysis, cell, writes }: Facts): boolean {
  if (isClass(cell.owner)) return new Set(cell.owner.body.body.flatMap((member) => (member.type === 'MethodDefinition' && LOGGING.test(keyName(member) ?? '') ? [keyName(member)] : []))).size >= 3;
  const callers = new Set(writes.flatMap(({ fn }) => (fn ? [...analysis.reach.handlersOf(fn)].map(({ name }) => name) : [])));
  return callers.size >= 2 && [...callers].every((name) => LOGGING.test(name) || name === 'log');
}
