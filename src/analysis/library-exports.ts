/**
 * Question: which export of which library does an expression stand for?
 *
 *     import { rateLimit as limit } from 'express-rate-limit';   // limit: express-rate-limit, `rateLimit`
 *     const sns = new AWS.SNS();                                 // AWS.SNS: aws-sdk, `SNS`
 *     const send = makeClient(options).send;                     // makeClient().send: `makeClient.().send`
 *
 * Imports are followed as everywhere; what a call gives is `()` of what is called, and compilers' wrappers of `require` are looked through.
 */
import { unwrap, type CallNode, type Node } from './ast.js';
import { createExportTracer, type FindModuleExport, type ModuleExport } from './imports.js';
import type { SourceIndex } from './source-index.js';

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

/** How compilers write `import x from 'm'` where there are no modules. */
const INTEROP = /^(__importDefault|_interopRequire\w*)$/;

export function createLibraries({ source }: { readonly source: SourceIndex }): Libraries {
  const find = createExportTracer(source, { ofCall: givenBy });
  return {
    exportOf: (node) => {
      const found = find(node);
      return found && !found.module.startsWith('.') ? { module: packageOf(found.module), path: found.path.join('.') } : undefined;
    },
  };
}

function givenBy(call: CallNode, find: FindModuleExport): ModuleExport | undefined {
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  if (callee.type === 'Identifier' && INTEROP.test(callee.name)) return first && first.type !== 'SpreadElement' ? find(first) : undefined;
  const called = find(callee);
  return called && { module: called.module, path: [...called.path, '()'] };
}
