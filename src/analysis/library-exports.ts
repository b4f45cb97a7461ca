/**
 * Question: which export of which library does an expression stand for?
 *
 *     import { rateLimit as limit } from 'express-rate-limit';   // limit: express-rate-limit, `rateLimit`
 *     const sns = new AWS.SNS();                                 // AWS.SNS: aws-sdk, `SNS`
 *
 * Names are followed back to what they were imported as: default, named, renamed and namespace imports, `require`, `await import`,
 * and members. Knowingly missed: re-exports by a module of the project, and names that were passed around.
 */
import { exportName, keyInPattern, propertyName, stringValue, unwrap, type Node } from './ast.js';
import type { SourceIndex, Variable } from './source-index.js';

/** An export of a library: `{ module: 'node-cron', path: 'schedule' }`. The default export and the module itself have an empty path. */
export interface LibraryExport {
  readonly module: string;
  readonly path: string;
}

/** `npm:hono@4/jsx` → `hono/jsx`; `https://deno.land/x/grammy@v1/mod.ts` → `grammy`; `node:events` stays as it is. */
export function packageOf(specifier: string): string {
  let name = specifier
    .replace(/^(npm|jsr):\/?/, '')
    .replace(/^https?:\/\/(deno\.land\/x|esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\//, '')
    .replace(/^(@?[^@]+)@[^/]+/, '$1');
  name = name.replace(/\/mod\.ts$/, '');
  return name.replace(/\.[cm]?js$/, '');
}

export interface Libraries {
  /** What an expression is an export of. */
  readonly exportOf: (node: Node) => LibraryExport | undefined;
}

export function createLibraries({ source }: { readonly source: SourceIndex }): Libraries {
  const known = new Map<Variable, LibraryExport | undefined>();

  const exportOf = (node: Node): LibraryExport | undefined => {
    const expression = unwrap(node);
    switch (expression.type) {
      case 'Identifier': {
        const variable = source.variableOf(expression);
        return variable && ofVariable(variable);
      }
      case 'MemberExpression': {
        const name = propertyName(expression);
        return name === undefined ? undefined : member(exportOf(expression.object), name);
      }
      case 'AwaitExpression':
        return exportOf(expression.argument);
      case 'ImportExpression':
        return ofModule(stringValue(expression.source));
      case 'CallExpression': {
        const callee = unwrap(expression.callee);
        if (callee.type === 'Identifier' && (callee.name === 'require' || /^__importDefault$|^_interopRequire\w*$/.test(callee.name))) {
          const [first] = expression.arguments;
          return callee.name === 'require' ? ofModule(stringValue(first)) : first && exportOf(first);
        }
        return member(exportOf(callee), '()');
      }
      default:
        return undefined;
    }
  };

  const ofVariable = (variable: Variable): LibraryExport | undefined => {
    if (known.has(variable)) return known.get(variable);
    known.set(variable, undefined); // cuts cycles
    const found = compute(variable);
    known.set(variable, found);
    return found;
  };

  const compute = (variable: Variable): LibraryExport | undefined => {
    const definition = variable.defs[0];
    if (!definition) return undefined;
    const node = definition.node as Node;
    if (definition.parent?.type === 'ImportDeclaration') {
      const library = ofModule(definition.parent.source.value);
      if (node.type !== 'ImportSpecifier') return library;
      return member(library, exportName(node.imported));
    }
    if (node.type === 'TSImportEqualsDeclaration') {
      return node.moduleReference.type === 'TSExternalModuleReference' ? ofModule(stringValue(node.moduleReference.expression)) : undefined;
    }
    if (node.type !== 'VariableDeclarator' || !node.init) return undefined;
    if (node.id.type === 'Identifier') return exportOf(node.init);
    const key = keyInPattern(node.id, definition.name as Node);
    return key === undefined ? undefined : member(exportOf(node.init), key);
  };

  return { exportOf };
}

function ofModule(specifier: string | undefined): LibraryExport | undefined {
  return specifier === undefined || specifier.startsWith('.') ? undefined : { module: packageOf(specifier), path: '' };
}

function member(library: LibraryExport | undefined, name: string): LibraryExport | undefined {
  if (!library || name === 'default') return library;
  return { module: library.module, path: library.path === '' ? name : `${library.path}.${name}` };
}
