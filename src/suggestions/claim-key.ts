/**
 * Question: can a set of handled keys become claims in the team's own store?
 *
 *     const seen = new Set();                    import { dedupStore } from '@acme/stores';
 *     …                                          …
 *     if (seen.has(event.id)) return;      →     if (!(await dedupStore.claim(`src/hook:seen:${event.id}`))) return;
 *     await charge(event);                       await charge(event);
 *     seen.add(event.id);                        await dedupStore.complete(`src/hook:seen:${event.id}`);
 *
 * A claim is a lease: it ends by itself where its owner dies, and `complete` makes it last. So `complete` comes behind the work, also
 * where the key was remembered before it. One test, one addition, one key, in one asynchronous function; all else is left alone.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, type Node } from '../analysis/ast.js';
import { contains } from '../analysis/guards.js';
import type { FileAnalysis, StateFinding } from '../analysis/index.js';
import type { SourceIndex } from '../analysis/source-index.js';
import { gateOf, statementOf, type Gate } from './gates.js';
import { importFor } from './imports.js';
import { keyUsesOf } from './key-uses.js';
import { semicolonOf } from './layout.js';
import { moduleBindingAt } from './module-binding.js';
import { areSameKey } from './stable-keys.js';
import { insertAfter, insertBefore, removeDeclaration, removeStatement } from './statements.js';
import { storeKey } from './store-keys.js';
import type { Edit, Suggestion } from './suggestion.js';
import { canAwaitAt } from './waiting.js';
import { mayLeave, works } from './statement-effects.js';

export function claimKey(analysis: FileAnalysis, { node }: StateFinding): Suggestion | undefined {
  const { source, settings } = analysis;
  const store = settings.stores.dedup;
  const binding = store && moduleBindingAt(source, node);
  const uses = binding && keyUsesOf(binding);
  if (uses?.length !== 2) return undefined;
  const test = uses.find(({ kind }) => kind === 'test');
  const add = uses.find(({ kind }) => kind === 'add');
  if (
    !test ||
    !add ||
    !areSameKey(source, test.key, add.key) ||
    source.functionOf(test.node) !== source.functionOf(add.node) ||
    !canAwaitAt(test.node)
  )
    return undefined;
  const gate = gateOf(test.node, { allowsAlternatives: true });
  const added = statementOf(add.node);
  if (!gate || !added) return undefined;
  const imported = importFor(source, store!, [test.node, add.node]);
  const declaration = removeDeclaration(source, binding!.declaration);
  if (!imported || !declaration) return undefined;
  const key = storeKey(source, binding!.variable.name, test.key);
  const completed = completeBehindWork(source, gate, added, `await ${imported.local}.complete(${key})`);
  if (!completed) return undefined;
  const claim = `await ${imported.local}.claim(${key})`;
  const tested: Edit = { range: gate.test.range, text: gate.form === 'leaves' ? `!(${claim})` : claim };
  return { data: { store: imported.local }, edits: [...imported.edits, declaration, tested, ...completed] };
}

/** Where the key was added behind the work, `complete` takes its place; where it was added in front, it goes to the end. */
function completeBehindWork(
  source: SourceIndex,
  { work, block }: Gate,
  added: TSESTree.ExpressionStatement,
  complete: string,
): Edit[] | undefined {
  const holder = work.findIndex((statement) => contains(statement, added));
  if (holder === -1) return undefined;
  const worksBefore = work.slice(0, holder).some((statement) => works(source, statement)) || startsBefore(source, work[holder]!, added);
  const following = statementsBehind(added, block);
  if (following === undefined) return undefined;
  if (!following.some((statement) => works(source, statement)))
    return worksBefore ? [{ range: added.expression.range, text: complete }] : undefined;
  if (worksBefore || work[holder] !== added) return undefined;
  const removed = removeStatement(source, added);
  const last = following.at(-1)!;
  const isExit = last.type === 'ReturnStatement' || last.type === 'ContinueStatement';
  if (
    !removed ||
    (isExit && works(source, last)) ||
    following.slice(0, isExit ? -1 : undefined).some((statement) => mayLeave(source, statement))
  )
    return undefined;
  const line = `${complete}${semicolonOf(source)}`;
  return [removed, isExit ? insertBefore(source, last, line) : insertAfter(source, last, line)];
}

/** The statements that run behind one, up to the end of a block; `undefined` where a loop may run it again. */
function statementsBehind(added: Node, block: TSESTree.BlockStatement): TSESTree.Statement[] | undefined {
  const found: TSESTree.Statement[] = [];
  for (let node: Node = added; node !== block; node = node.parent!) {
    const { parent } = node;
    if (!parent || isFunction(parent) || /^(For|While|DoWhile)/.test(parent.type) || parent.type === 'CatchClause') return undefined;
    if (parent.type === 'BlockStatement') found.push(...parent.body.slice(parent.body.indexOf(node as TSESTree.Statement) + 1));
    if (parent.type === 'TryStatement' && node !== parent.finalizer && parent.finalizer) found.push(parent.finalizer);
  }
  return found;
}

/** Whether the statement that holds the addition does work in front of it: `try { await charge(); seen.add(id); }`. */
function startsBefore(source: SourceIndex, holder: Node, added: Node): boolean {
  return holder !== added && works(source, holder, added.range[0]);
}
