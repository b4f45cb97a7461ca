/**
 * Question: which durable concern does a call of a store take care of?
 *
 * The names around it, its arguments and what it does are laid beside the rows of `evidence-forms.ts`. Arguments that are constants of
 * the function are read where they are written.
 */
import {
  calleeName,
  dottedName,
  isFunction,
  propertyValue,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { EffectReader } from '../effects.js';
import { functionName } from '../handlers.js';
import type { FileAnalysis } from '../index.js';
import type { KnownStore } from '../store-clients.js';
import { EVIDENCE_FORMS, type EvidenceForm } from './evidence-forms.js';

/** More of a call than this says no more about it. */
const MOST_TEXT = 1500;
export interface CallTraits {
  readonly method: string;
  readonly text: string;
  readonly names: string;
  readonly isWrite: boolean;
}

/** What is known of a call, or of a tagged template, before its store is. */
export function traitsOf(analysis: FileAnalysis, effects: EffectReader, node: Node, fn: FunctionNode | null): CallTraits {
  const { source } = analysis;
  const call = node.type === 'CallExpression' || node.type === 'NewExpression' ? node : undefined;
  const method = call ? (commandNameOf(analysis, call) ?? calleeName(call) ?? '') : 'query';
  const parts = [source.text.slice(node.range[0], Math.min(node.range[1], node.range[0] + MOST_TEXT))];
  for (const argument of call?.arguments ?? []) {
    const written = argument.type === 'Identifier' ? constantInit(analysis, argument) : undefined;
    if (written) parts.push(source.text.slice(written.range[0], Math.min(written.range[1], written.range[0] + MOST_TEXT)));
  }
  const text = parts.join('\n');
  const isWrite = call ? effects.changesStore(call) : node.type === 'TaggedTemplateExpression' && effects.isWritingTemplate(node);
  return { method, text, names: namesAround(analysis, call, fn, text), isWrite };
}

/** The rows that fit a call, first to last; those that ask for a kind or a store are for the caller to choose among where it is unknown. */
export function formsOf(traits: CallTraits, store: KnownStore | undefined): readonly EvidenceForm[] {
  const fits = EVIDENCE_FORMS.filter(
    ({ methods, text, names, writes, made }) =>
      (!writes || traits.isWrite) &&
      (!methods || methods.test(traits.method)) &&
      (!names || names.test(traits.names)) &&
      (!text || text.test(traits.text)) &&
      (!made || (store !== undefined && made.test(`${store.module}#${store.path}`))),
  );
  if (!store) return fits.slice(0, 6);
  const [first] = fits.filter(({ kinds, stores }) => (!kinds || kinds.includes(store.kind)) && (!stores || stores.test(store.name)));
  return first ? [first] : [];
}

/** `PutCommand` of `client.send(new PutCommand(…))`, also where it was made a line before. */
function commandNameOf(analysis: FileAnalysis, call: CallNode): string | undefined {
  if (calleeName(call) !== 'send') return undefined;
  const [first] = call.arguments;
  if (!first || first.type === 'SpreadElement') return undefined;
  const made = first.type === 'Identifier' ? constantInit(analysis, first) : unwrap(first);
  const name = made?.type === 'NewExpression' ? calleeName(made) : undefined;
  return name?.endsWith('Command') ? name : undefined;
}

function constantInit(analysis: FileAnalysis, node: Node): Node | undefined {
  const definition = analysis.source.variableOf(node)?.defs[0]?.node as Node | undefined;
  const init = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : undefined;
  return init && !isFunction(init) && /^(ObjectExpression|ArrayExpression|TemplateLiteral|Literal|NewExpression)$/.test(init.type)
    ? init
    : undefined;
}

/** The function, the receiver, the table and the keys: short texts that tell what a call is about. */
function namesAround(analysis: FileAnalysis, call: CallNode | undefined, fn: FunctionNode | null, text: string): string {
  const { root, path } = dottedName(call ? call.callee : analysis.source.ast);
  const command = call?.arguments[0];
  const input = command?.type === 'NewExpression' ? command.arguments[0] : command;
  const table = input && input.type !== 'SpreadElement' ? stringValue(propertyValue(unwrap(input), 'TableName')) : undefined;
  const literals = [...text.matchAll(/(['"`])([^'"`\n]{1,60})\1?/g)].slice(0, 8).map(([, , literal]) => literal);
  const sql = /\b(?:FROM|INTO|UPDATE)\s+["`]?([\w.]+)/i.exec(text)?.[1];
  const environment = /process\.env\.(\w+)/.exec(text)?.[1];
  return [fn && functionName(fn), root.type === 'Identifier' ? root.name : undefined, ...path, table, sql, environment, ...literals]
    .filter((name) => name !== undefined && name !== null)
    .join(' ');
}
