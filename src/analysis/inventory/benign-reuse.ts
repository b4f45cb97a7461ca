/**
 * Question: what does a file reuse from one invocation to the next, as platforms ask for?
 *
 *     const ddb = new DynamoDBClient({});       // client
 *     cached ??= await loadConfig();            // lazily set up
 *
 * Only what is recognised by its structure is named. What no rule reports and nothing here recognises is left out: silence is no proof.
 */
import { booleanValue, calleeName, unwrap, type Node } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import type { FileAnalysis } from '../index.js';
import { isGuarded, knownTests } from '../guards.js';
import type { StoreClients } from '../store-clients.js';

export type ReuseRole =
  | 'client'
  | 'client, made when first needed'
  | 'set-up flag'
  | 'value, set up when first needed'
  | 'configuration, asked for again'
  | 'cache in front of an authority'
  | 'request context'
  | 'named as benign in the settings';

const CHANGES: ReadonlySet<Access['kind']> = new Set(['assign', 'update', 'put', 'change', 'remove', 'take', 'clear', 'reorder']);

/** The role of a cell that no rule reports, where its accesses show one. */
export function reuseOfCell(analysis: FileAnalysis, clients: StoreClients, cell: Cell): ReuseRole | undefined {
  const { origins, reach, settings } = analysis;
  const accesses = cell.accesses.filter((access) => reach.isInvocation(access.fn));
  const writes = accesses.filter((access) => CHANGES.has(access.kind));
  if (writes.length === 0) return undefined;
  if (settings.benignNames.some((name) => name === cell.name || cell.name.endsWith(`.${name}`))) return 'named as benign in the settings';
  const fills = writes.filter((access) => access.value !== undefined && (access.kind === 'assign' || access.kind === 'put'));
  if (fills.length === 0) return undefined;
  const isFrom = (node: Node, ...wanted: readonly string[]): boolean =>
    wanted.some((origin) => (origins.of(node) as ReadonlySet<string>).has(origin));
  const isRequest = fills.some(({ value }) => booleanValue(value) === undefined && isFrom(value!, 'request', 'caller'));
  if (cell.container === 'map' || fills.some(({ isKeyed }) => isKeyed))
    return fills.every(({ value }) => isFrom(value!, 'external')) ? 'cache in front of an authority' : undefined;
  if (isRequest) return undefined;
  const tests = knownTests(analysis, { ...cell, accesses });
  const isLazy = fills.every((access) => isGuarded(analysis, tests, access));
  if (fills.every(({ value }) => booleanValue(value) !== undefined)) return isLazy || tests.length > 0 ? 'set-up flag' : undefined;
  if (isLazy)
    return fills.some(({ value }) => isClient(clients, value!)) ? 'client, made when first needed' : 'value, set up when first needed';
  return fills.every(({ value }) => isFrom(value!, 'external')) ? 'configuration, asked for again' : undefined;
}

function isClient(clients: StoreClients, value: Node): boolean {
  const inner = unwrap(value);
  const made = inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner;
  return (
    clients.clientOf(value) !== undefined ||
    made.type === 'NewExpression' ||
    (made.type === 'CallExpression' && /Client$|^(create|connect|make)/.test(calleeName(made) ?? ''))
  );
}
