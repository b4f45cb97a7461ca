/** Question: which modules does this file load when it runs? */
import { stringValue, type Node } from './ast.js';
import { staticImports } from './first-look/first-look.js';
import type { SourceIndex } from './source-index.js';

/** Those of `import` statements and of `require`. */
export function importedModules(source: SourceIndex): string[] {
  const modules = staticImports(source.ast);
  for (const { identifier } of source.globals.get('require') ?? []) {
    const call = (identifier as Node).parent;
    const module = call?.type === 'CallExpression' ? stringValue(call.arguments[0] as Node | undefined) : undefined;
    if (module !== undefined) modules.push(module);
  }
  return modules;
}
