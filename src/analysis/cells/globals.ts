/**
 * Question: which properties of the global object and of `process.env` are written?
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { GLOBAL_OBJECTS, isNullish, outermost, propertyName, unwrap, type Node } from '../ast.js';
import { importedAs } from '../imports.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';
import type { Use, UseCollector } from '../uses.js';
import type { Cell, CellKind } from './cell.js';
import { addRoot, groupByFirstStep } from './roots.js';

/** `import process from 'node:process'` */
export function isProcess(variable: Variable): boolean {
  const imported = importedAs(variable);
  return imported !== undefined && (imported.name === 'default' || imported.name === '*') && /^(node:)?process$/.test(imported.module);
}

export function addGlobals(analysis: FileAnalysis, collector: UseCollector, cells: Cell[]): void {
  const { source, reach } = analysis;
  const objects = GLOBAL_OBJECTS.flatMap((name) => (source.globals.get(name) ?? []).map((reference) => reference.identifier as Node));
  addFirstWrites(groupByFirstStep(collector.ofExpressions(objects)), 'global', 'globalThis');
  const imported = source.moduleVariables.filter(isProcess).flatMap((variable) => variable.references);
  const environment = [...(source.globals.get('process') ?? []), ...imported].flatMap((reference) => {
    const member = outermost(reference.identifier as Node).parent;
    return member?.type === 'MemberExpression' && propertyName(member) === 'env' ? [member as Node] : [];
  });
  addFirstWrites(groupByFirstStep(collector.ofExpressions(environment)), 'environment', 'process.env');

  function addFirstWrites(groups: ReadonlyMap<string, readonly Use[]>, kind: CellKind, prefix: string): void {
    for (const [name, group] of groups) {
      if (/^(process|console|fetch|crypto|Deno|Bun|env|addEventListener|setTimeout|navigator|performance|Buffer|prisma)$/.test(name))
        continue;
      const writes = group.filter((use) => use.kind === 'write' && use.path.length === 1);
      const first =
        writes.find((use) => reach.isInvocation(use.fn)) ??
        writes[0] ??
        group.find((use) => use.kind === 'update' || (use.kind === 'write' && use.path[1]?.name === '*'));
      if (!first || !group.some((use) => reach.isInvocation(use.fn))) continue;
      const alias = kind === 'global' ? aliasOf(first) : undefined;
      addRoot(analysis, cells, {
        kind,
        name: alias ? alias.name : `${prefix}.${name}`,
        node: alias ?? first.node,
        init: writes
          .map((use) => (use.kind === 'write' && !isRaised(use) ? use.value : undefined))
          .find((value) => value !== undefined && !isNullish(value)),
        type: undefined,
        uses: group.map((use) => ({ ...use, path: use.path.slice(1) })),
        owner: source.ast,
        isExported: false,
      });
    }
  }

  /** What an invocation raises is no initial value: `if (!g.ready) g.ready = true` starts with nothing. */
  function isRaised(write: Use & { kind: 'write' }): boolean {
    return write.operator === '=' && write.value !== undefined && unwrap(write.value).type === 'Literal' && reach.isInvocation(write.fn);
  }

  /** `const x = globalThis.x ?? new Map(); globalThis.x = x` and `const x = (globalThis.x ??= new Map())`: the cell is declared as `x`. */
  function aliasOf(write: Use): TSESTree.Identifier | undefined {
    if (write.kind !== 'write' || write.fn !== null) return undefined;
    const value = write.value ? unwrap(write.value) : undefined;
    const variable = value?.type === 'Identifier' ? source.variableOf(value) : undefined;
    if (variable && source.isModuleLevel(variable)) return variable.identifiers[0] as TSESTree.Identifier | undefined;
    let outer = outermost(write.site);
    while (outer.parent?.type === 'LogicalExpression') outer = outermost(outer.parent);
    const declarator = outer.parent;
    return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  }
}
