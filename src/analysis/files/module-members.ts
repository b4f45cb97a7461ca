/**
 * Question: which function of a module that touches files does an expression stand for?
 *
 *     const { writeFile: write } = require('fs').promises;   // write → fs writeFile
 *     const save = promisify(fs.writeFile);                   // save  → fs writeFile
 *
 * Imports are followed as everywhere; here `promisify` gives what it is given, and the globals `Deno`, `Bun` and `process` count as
 * modules.
 */
import { calleeName, receiverOf, type CallNode } from '../ast.js';
import { createExportTracer, type FindModuleExport, type ModuleExport } from '../imports.js';
import type { SourceIndex } from '../source-index.js';

/** An export without `promises`: those have the names of the functions that take callbacks. */
export type ModuleMember = ModuleExport;
export type FindModuleMember = FindModuleExport;

const GLOBAL_MODULE = /^(Deno|Bun|process|path)$/;
const GLOBAL_OBJECT = /^(globalThis|global)$/;
/** Gives a function that does the same. */
const PROMISIFIERS = /^(promisify|promisifyAll|pify|denodeify|fromCallback)$/;
/** A method that gives what it is called on. */
const GIVES_RECEIVER = /^(bind|verbose)$/;

export function createModuleMembers(source: SourceIndex): FindModuleMember {
  const find = createExportTracer(source, {
    ofCall: givenBy,
    ofGlobal: (name) => (GLOBAL_MODULE.test(name) || GLOBAL_OBJECT.test(name) ? { module: name, path: [] } : undefined),
  });
  return (node) => normalise(find(node));
}

function givenBy(call: CallNode, find: FindModuleExport): ModuleExport | undefined {
  const name = calleeName(call) ?? '';
  const [first] = call.arguments;
  if (PROMISIFIERS.test(name)) return first && first.type !== 'SpreadElement' ? find(first) : undefined;
  const receiver = GIVES_RECEIVER.test(name) ? receiverOf(call) : undefined;
  return receiver && find(receiver);
}

function normalise(found: ModuleExport | undefined): ModuleMember | undefined {
  if (!found) return undefined;
  if (GLOBAL_OBJECT.test(found.module)) {
    const [module, ...path] = found.path;
    return module !== undefined && GLOBAL_MODULE.test(module) ? { module, path } : undefined;
  }
  const module = found.module.replace(/^(node:|npm:|jsr:)/, '').replace(/^(@?[^@]+)@\d[\w.-]*/, '$1');
  return { module, path: found.path.filter((name) => name !== 'promises') };
}
