/** Question: which modules does this file load when it runs? */
import type { TSESTree } from '@typescript-eslint/utils';
import { stringValue, type Node } from './ast.js';
import type { SourceIndex } from './source-index.js';

/** The modules of `import` statements. */
export function staticImports(ast: TSESTree.Program): string[] {
  const modules: string[] = [];
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') modules.push(statement.source.value);
  }
  return modules;
}

/** Those of `require` too. */
export function importedModules(source: SourceIndex): string[] {
  const modules = staticImports(source.ast);
  for (const { identifier } of source.globals.get('require') ?? []) {
    const call = (identifier as Node).parent;
    const module = call?.type === 'CallExpression' ? stringValue(call.arguments[0] as Node | undefined) : undefined;
    if (module !== undefined) modules.push(module);
  }
  return modules;
}
