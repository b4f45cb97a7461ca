/**
 * Question: which calls of the file make something of a library in the table?
 *
 *     import { rateLimit as limit } from 'express-rate-limit';
 *     app.use(limit({ windowMs: 60_000 }));                       // express-rate-limit, `rateLimit`, form call
 *
 * Beside plain calls: classes that extend the library's, and plugins handed to `register`. Knowingly missed: names that were passed
 * around before they are called.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, propertyName, unwrap, type CallNode, type ClassNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Libraries, LibraryExport } from '../library-exports.js';
import type { Variable } from '../source-index.js';
import type { MemoryStore } from './memory-stores.js';

export interface Construction<Entry extends MemoryStore = MemoryStore> {
  readonly entry: Entry;
  /** The call that makes it; for an import that is the store itself, the node that names the module. */
  readonly node: Node;
  readonly call: CallNode | undefined;
  /** The arguments that configure it. */
  readonly args: readonly Node[];
  /** The name that the code gives the class or function. */
  readonly name: string;
  /** The class of the file that extends the library's. */
  readonly subclass: ClassNode | undefined;
  /** Where the import itself is the store: its variable. */
  readonly variable: Variable | undefined;
}

/** Entries by package and export, so that a call costs one look-up. */
export function indexStores<Entry extends MemoryStore>(stores: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of stores) {
    for (const name of entry.packages) {
      for (const path of new Set(entry.imports.map(canonicalPath))) {
        const key = `${name}#${path}`;
        const entries = index.get(key);
        if (entries) entries.push(entry);
        else index.set(key, [entry]);
      }
    }
  }
  return index;
}

/** The default export and the module object are one: `default.session` → `session`, `default` → the empty path. */
function canonicalPath(path: string): string {
  return path
    .split('.')
    .filter((part) => part !== 'default')
    .join('.');
}

export function findConstructions<Entry extends MemoryStore>(
  analysis: FileAnalysis,
  libraries: Libraries,
  index: ReadonlyMap<string, readonly Entry[]>,
): Construction<Entry>[] {
  const found: Construction<Entry>[] = [];
  const { source, values } = analysis;
  const entriesOf = (library: LibraryExport | undefined): readonly Entry[] =>
    (library && index.get(`${library.module}#${library.path}`)) ?? [];

  const add = (entry: Entry, call: CallNode, args: readonly Node[], subclass?: ClassNode): void => {
    found.push({ entry, node: call, call, args, name: nameOf(call, entry), subclass, variable: undefined });
  };

  for (const { node } of source.calls) {
    for (const entry of entriesOf(libraries.exportOf(node.callee))) {
      const fits =
        entry.form === 'either' ||
        (entry.form === 'new' && node.type === 'NewExpression') ||
        (entry.form === 'call' && node.type === 'CallExpression');
      if (fits) add(entry, node, node.arguments);
    }
    if (node.type === 'NewExpression') {
      const subclass = subclassOf(node);
      if (subclass) {
        for (const entry of entriesOf(libraries.exportOf(subclass.superClass!))) {
          if (entry.form === 'new' || entry.form === 'either') add(entry, node, superArguments(subclass) ?? node.arguments, subclass);
        }
      }
    } else if (calleeName(node) === 'register' && node.arguments.length > 0) {
      for (const entry of entriesOf(libraries.exportOf(node.arguments[0]!))) {
        if (entry.form === 'register') add(entry, node, node.arguments.slice(1));
      }
    }
  }
  for (const variable of source.moduleScope.variables) {
    const node = variable.identifiers[0] as Node | undefined;
    const library = node && variable.references.length > 0 ? libraries.exportOf(node) : undefined;
    if (!node || library?.path !== '') continue;
    for (const entry of entriesOf(library)) {
      if (entry.form === 'module')
        found.push({ entry, node, call: undefined, args: [], name: (node as TSESTree.Identifier).name, subclass: undefined, variable });
    }
  }
  return found;

  function subclassOf(node: TSESTree.NewExpression): ClassNode | undefined {
    if (node.callee.type !== 'Identifier') return undefined;
    for (const value of values.of(node.callee)) if (value.kind === 'class' && value.node.superClass) return value.node;
    return undefined;
  }
}

/** The arguments of `super(…)` in a constructor of the subclass; none where the subclass has no constructor. */
function superArguments(node: ClassNode): readonly Node[] | undefined {
  const constructor = node.body.body.find((candidate) => candidate.type === 'MethodDefinition' && candidate.kind === 'constructor');
  if (constructor?.type !== 'MethodDefinition' || constructor.value.body?.type !== 'BlockStatement') return undefined;
  for (const statement of constructor.value.body.body) {
    if (
      statement.type === 'ExpressionStatement' &&
      statement.expression.type === 'CallExpression' &&
      statement.expression.callee.type === 'Super'
    )
      return statement.expression.arguments;
  }
  return undefined;
}

/** What a reader calls it: `new LRUCache`, `rateLimit`, `cron.schedule`. */
function nameOf(call: CallNode, entry: MemoryStore): string {
  if (entry.form === 'register') return `register(${entry.packages[0]})`;
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' && unwrap(callee.object).type === 'Identifier')
    return `${(unwrap(callee.object) as TSESTree.Identifier).name}.${propertyName(callee) ?? ''}`;
  const last = entry.imports[0]!;
  return last === 'default' || last === '()' ? entry.packages[0]! : last;
}
