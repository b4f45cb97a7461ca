/**
 * Question: can a flag or a set of busy keys become a lease of the team's own lock store?
 *
 *     let running = false;                  import { lockStore } from '@acme/stores';
 *     …                                     …
 *     if (running) return;                  const lease = await lockStore.acquire('src/sync:running');
 *     running = true;                 →     if (!lease) return;
 *     try { await sync(); }                 try { await sync(); }
 *     finally { running = false; }          finally { await lease.release(); }
 *
 * The flag must be raised right behind its test, and lowered in the same asynchronous function. Waiting in a loop, and flags that other
 * functions read or lower, are left alone.
 */
import { booleanValue, outermost, type Node } from '../analysis/ast.js';
import { contains } from '../analysis/guards.js';
import type { FileAnalysis, StateFinding } from '../analysis/index.js';
import type { SourceIndex } from '../analysis/source-index.js';
import { gateOf, statementOf } from './gates.js';
import { importFor } from './imports.js';
import { keyUsesOf } from './key-uses.js';
import { semicolonOf } from './layout.js';
import { moduleBindingAt, type ModuleBinding } from './module-binding.js';
import { unusedName } from './names.js';
import { areSameKey } from './stable-keys.js';
import { insertBefore, removeDeclaration, removeStatement } from './statements.js';
import { storeKey } from './store-keys.js';
import type { Edit, Suggestion } from './suggestion.js';
import { canAwaitAt } from './waiting.js';

/** The uses of one lock. */
interface LockUses {
  readonly test: Node;
  readonly taken: Node;
  readonly released: readonly Node[];
  /** The key, of a collection of busy keys. */
  readonly key?: Node;
}

export function holdLease(analysis: FileAnalysis, { node }: StateFinding): Suggestion | undefined {
  const { source, settings } = analysis;
  const store = settings.stores.lock;
  const binding = store && moduleBindingAt(source, node);
  const uses = binding && (flagUses(binding) ?? busyKeyUses(source, binding));
  if (!uses) return undefined;
  const { test, taken, released, key } = uses;
  const fn = source.functionOf(test);
  const gate = gateOf(test, { allowsAlternatives: false });
  const raised = statementOf(taken);
  if (!fn || !gate || !raised || !canAwaitAt(test) || gate.work[0] !== raised) return undefined;
  const releases = released.map(statementOf);
  if (
    !releases.every(
      (statement) => statement && statement !== raised && contains(gate.block, statement) && source.functionOf(statement) === fn,
    )
  )
    return undefined;
  const imported = importFor(source, store!, [test]);
  const lease = unusedName(source, fn, ['lease', 'heldLease']);
  const gone = [removeDeclaration(source, binding!.declaration), removeStatement(source, raised)];
  if (!imported || lease === undefined || gone.includes(undefined)) return undefined;
  const acquired = `const ${lease} = await ${imported.local}.acquire(${storeKey(source, binding!.variable.name, key)})${semicolonOf(source)}`;
  const edits: Edit[] = [
    ...imported.edits,
    ...gone.filter((edit) => edit !== undefined),
    insertBefore(source, gate.statement, acquired),
    { range: gate.test.range, text: gate.form === 'leaves' ? `!${lease}` : lease },
    ...released.map((released): Edit => ({ range: outermost(released).range, text: `await ${lease}.release()` })),
  ];
  return { data: { store: imported.local }, edits };
}

function flagUses({ declarator, uses }: ModuleBinding): LockUses | undefined {
  if (booleanValue(declarator.init) !== false) return undefined;
  const reads = uses.filter((use) => !use.isWrite());
  const assignments = uses.filter((use) => use.isWrite()).map(({ identifier }) => (identifier as Node).parent);
  const raised = assignments.filter(
    (node) => node?.type === 'AssignmentExpression' && node.operator === '=' && booleanValue(node.right) === true,
  );
  const lowered = assignments.filter(
    (node) => node?.type === 'AssignmentExpression' && node.operator === '=' && booleanValue(node.right) === false,
  );
  if (reads.length !== 1 || raised.length !== 1 || lowered.length === 0 || raised.length + lowered.length !== assignments.length)
    return undefined;
  return { test: reads[0]!.identifier as Node, taken: raised[0]!, released: lowered as Node[] };
}

function busyKeyUses(source: SourceIndex, binding: ModuleBinding): LockUses | undefined {
  const uses = keyUsesOf(binding) ?? [];
  const [test, ...tests] = uses.filter(({ kind }) => kind === 'test');
  const [add, ...adds] = uses.filter(({ kind }) => kind === 'add');
  const removed = uses.filter(({ kind }) => kind === 'remove');
  if (!test || !add || tests.length + adds.length > 0 || removed.length === 0) return undefined;
  if (![add, ...removed].every(({ key }) => areSameKey(source, test.key, key))) return undefined;
  return { test: test.node, taken: add.node, released: removed.map(({ node }) => node), key: test.key };
}
