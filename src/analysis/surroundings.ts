/**
 * Question: does this file run on a server, once an invocation?
 *
 * Browser code, scripts, tests, build and config files, and workflow definitions keep no invocation state; they are left alone.
 * Where a file shows nothing either way it is taken as server code.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isFunction, propertyName, stringValue, unwrap, type Node } from './ast.js';
import type { StatelessSettings } from '../settings.js';
import type { FirstLook } from './first-look/first-look.js';
import type { Handlers } from './handlers.js';
import { mayDeclareHandler } from './handlers/may-declare.js';
import type { SourceIndex } from './source-index.js';

export type Surroundings = 'server' | 'browser' | 'script' | 'test' | 'build' | 'workflow';

/** By a folder, and by the name of the file. `integration-tests`, but not `ab-tests`, which are shown to visitors. */
const TEST_PATH =
  /(^|\/)(__tests__|__mocks__|__fixtures__|((unit|integration|e2e|smoke|load|functional|acceptance)[-_])?tests?|test[-_](support|helpers?|utils?|kit)|e2e|cypress|playwright|spec)\/|[.-](test|spec|e2e|stories|bench|cy)\.[cm]?[jt]sx?$|(^|\/)((vitest|jest)\.setup[^/]*|setup-?tests?\.[jt]s)$|(^|[/.-])test-?(utils?|helpers?|setup|fixtures?)\.[cm]?[jt]sx?$/i;
const BUILD_PATH =
  /(^|\/)(\.?storybook|\.?husky|\.?github|\.(nitro|output|next|nuxt|svelte-kit|vercel|netlify|serverless|open-next|wrangler|sst|amplify))\/|\.config\.[cm]?[jt]s$|(^|\/)(gulpfile|[gG]runtfile|webpack[\w.-]*|rollup[\w.-]*|karma\.conf)\.[cm]?js$|\.d\.[cm]?ts$/;
const SCRIPT_FILE =
  /(^|\/)(scripts?|bin|\w+-cli|(packages|apps|libs|tools)\/cli(-[\w-]+)?)\/.+\.[cm]?[jt]sx?$|(^|\/)(tools?\/cli|cli|migrations?|seeds?|seeders|codegen|generators|benchmarks?)\/[^/]*\.[cm]?[jt]sx?$|(^|\/)(seed|migrate|codegen)\.[cm]?[jt]s$|^((apps|packages)\/[^/]+\/)?prisma\/(?!client)/;
/** Servers and tools that somebody starts by hand. */
const LOCAL_SERVER = /(^|\/)((scripts?|tools?)\/|(test|mock|dev|local)[-_.][^/]*$)/;
/** Also modules of runes, `cart.svelte.ts`: what components share in a page. */
const CLIENT_FILE = /\.(client|svelte)\.[cm]?[jt]sx?$|(^|\/)entry[.-]client\.[jt]sx?$|(^|\/)(service-?worker|sw)\.[jt]s$/;
/** Components, and the scripts that processors take out of them (`card.astro/1.ts`). What they render is made anew for each instance or request. */
const COMPONENT_FILE = /\.(vue|svelte|astro)(\/|$)/;
/** The sources of a page, beside those of its server. */
const CLIENT_FOLDER = /(^|[/-])(client|webapp|web-app|mobile|desktop|miniapp)\/(src|app)\//;
const HOOK = /^use(State|Effect|Ref|Memo|Callback|Reducer|LayoutEffect|Context|SyncExternalStore)$/;
const HOOK_MODULES: ReadonlySet<string> = new Set(['react', 'preact/hooks', 'preact/compat']);
type PathKind = 'test' | 'build' | 'component' | 'script' | 'client';
const PATH_KINDS: readonly (readonly [PathKind, RegExp])[] = [
  ['test', TEST_PATH],
  ['build', BUILD_PATH],
  ['component', COMPONENT_FILE],
  ['script', SCRIPT_FILE],
  ['client', CLIENT_FILE],
];
/** Any of the above: most paths say nothing, and are asked once. */
const TELLING_PATH = new RegExp(PATH_KINDS.map(([, { source }]) => source).join('|'), 'i');
const BROWSER_GLOBALS = [
  'window',
  'document',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'history',
  'navigator',
  'BroadcastChannel',
  'HTMLElement',
  'customElements',
  'XMLHttpRequest',
  'chrome',
  'browser',
  'matchMedia',
  'requestAnimationFrame',
  'alert',
  'MutationObserver',
  'IntersectionObserver',
];
const CLIENT_MODULE =
  /^(react-dom(\/client)?|zustand(\/.*)?|redux|@reduxjs\/toolkit|react-redux|jotai|recoil|mobx|react-native|expo(-.*)?|next\/navigation|next\/router|react-router-dom|framer-motion|vue|pinia|@angular\/.*|svelte(\/store)?|solid-js|preact(\/.*)?|swr|aws-amplify\/(auth|datastore)|@aws-amplify\/ui-react.*|electron|vscode|@tauri-apps\/.*|three|d3)$/;
/** Modules that no page has. */
const SERVER_MODULE =
  /^(node:.*|(fs|http|https|http2|net|tls|dns|os|child_process|worker_threads|cluster)(\/.*)?|(playwright|puppeteer)(-.*)?|@playwright\/.*|aws-sdk(\/.*)?|@aws-sdk\/.*|aws-lambda|next\/(server|headers|cache)|server-only|express|fastify|koa|hono(?!\/(client|jsx)).*|@hono\/node-server|@nestjs\/(?!.*client).*|firebase-(admin|functions)(\/.*)?|@azure\/functions|@google-cloud\/.*|ioredis|redis|pg|mysql2(\/.*)?|mongodb|mongoose|amqplib|kafkajs|nodemailer|@cloudflare\/puppeteer)$/;
/** Methods of drivers whose callbacks run in the page that they drive. */
const RUNS_IN_PAGE = /^(evaluate|evaluateHandle|evaluateAll|evaluateOnNewDocument|\$eval|\$\$eval|waitForFunction|addInitScript)$/;
const PAGE_WORKER_EVENT = /^(install|activate|push|notificationclick)$/;
const IMPORT_META_MAIN = /\bimport\.meta\.main\b/;
/** Packages that one import of decides. */
const TOLD_BY_PACKAGE: ReadonlyMap<string, Surroundings> = new Map([
  ...['vitest', '@jest/globals', 'node:test', '@playwright/test', 'mocha', 'ava', 'cypress'].map((name) => [name, 'test'] as const),
  ['@temporalio/workflow', 'workflow'],
]);
const TEST_SCOPE = '@testing-library/';
/** Tools that work on source code while it is built. */
const BUILD_MODULE =
  /^(@nuxt\/kit|vite|rollup|esbuild|webpack|terser|@node-minify\/.*|ts-morph|@babel\/(core|parser|traverse|generator)|jscodeshift|recast|tsup|unbuild|@swc\/core)$/;
const SCRIPT_MODULE =
  /^(commander|yargs|inquirer|@inquirer\/prompts|ora|prompts|meow|cac|@clack\/prompts|@oclif\/core|zx|ink|blessed|terminal-kit|enquirer|@opentui\/core)$/;

/**
 * What the path, the directives, the imports and the exports of a file say without any analysis; `undefined` where they do not decide.
 * What the settings call handlers is found by analysis only.
 */
export function surroundingsAtFirstSight(path: string, look: FirstLook, { handlers: own }: StatelessSettings): Surroundings | undefined {
  const { ast, text } = look.sourceCode;
  const directives = directivesOf(ast);
  if (directives.includes('use client')) return 'browser';
  const kind = kindOfPath(path);
  if (kind === 'test' || kind === 'build') return kind;
  if (kind === 'component') return 'browser';
  if (text.startsWith('#!')) return 'script';
  if (isBundled(text, ast)) return 'build';
  // `redis.client.ts` makes a client of something else than a page.
  if (kind === 'client' && !look.imports.some((name) => SERVER_MODULE.test(name))) return 'browser';
  const told = surroundingsOfModules(look.imports);
  if (told) return told;
  if (directives.includes('use workflow') || directives.includes('use step')) return 'workflow';
  if (kind !== 'script' && !importsHook(ast)) return undefined;
  if (own.length > 0 || mayDeclareHandler(look, path)) return undefined;
  // No file has both hooks and server actions.
  if (kind !== 'script') return 'browser';
  return text.includes('use server') ? undefined : 'script';
}

function kindOfPath(path: string): PathKind | undefined {
  return TELLING_PATH.test(path) ? PATH_KINDS.find(([, pattern]) => pattern.test(path))?.[0] : undefined;
}

function surroundingsOfModules(modules: readonly string[]): Surroundings | undefined {
  for (const name of modules) {
    const told = TOLD_BY_PACKAGE.get(name) ?? (name.startsWith(TEST_SCOPE) ? 'test' : undefined);
    if (told) return told;
  }
  return undefined;
}

/** What the code itself says, where the first sight did not decide. */
export function surroundingsOf(source: SourceIndex, handlers: Handlers): Surroundings {
  const path = source.filename;
  const modules = source.modules;
  const told = surroundingsOfModules(modules);
  if (told) return told;
  if (isServiceWorkerOfPage(source)) return 'browser';
  if (isPluginOfBuild(source.ast)) return 'build';
  // A platform needs an export to call: what a script serves without one is served to its author.
  if (LOCAL_SERVER.test(path) && source.exports.length === 0) return 'script';
  if (handlers.isSurelyServed) return 'server';
  if (SCRIPT_FILE.test(path) || modules.some((name) => SCRIPT_MODULE.test(name)) || isStartedFromShell(source)) return 'script';
  if (handlers.hasPlatformHandler) return 'server';
  if (modules.some((name) => BUILD_MODULE.test(name))) return 'build';
  if (isBrowserCode(source, modules)) return 'browser';
  if (isOwnMain(source)) return 'script';
  return 'server';
}

/** Characters; people write 30 to 40 a line. */
const FEWEST_PER_LINE = 80;

/** Most statements of the top stand on the line of the one before, and there is much of it: no person writes so. */
function isBundled(text: string, { body, loc }: TSESTree.Program): boolean {
  if (body.length < 5 || text.length < 2000 || text.length < FEWEST_PER_LINE * loc.end.line) return false;
  let packed = 0;
  for (let at = 1; at < body.length; at += 1) if (body[at]!.loc.start.line === body[at - 1]!.loc.end.line) packed += 1;
  return packed > body.length / 2;
}

const NO_DIRECTIVES: readonly string[] = [];

function directivesOf({ body }: TSESTree.Program): readonly string[] {
  const end = body.findIndex((statement) => statement.type !== 'ExpressionStatement' || typeof statement.directive !== 'string');
  return end === 0
    ? NO_DIRECTIVES
    : body.slice(0, end === -1 ? body.length : end).map((statement) => (statement as TSESTree.ExpressionStatement).directive!);
}

/** `import type { Plugin } from 'vite'`: what is made for a build tool is handed to it. */
function isPluginOfBuild({ body }: TSESTree.Program): boolean {
  return body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      statement.importKind === 'type' &&
      BUILD_MODULE.test(statement.source.value) &&
      statement.specifiers.some(({ local }) => /Plugin/.test(local.name)),
  );
}

/** Hooks that only a component in a page, or rendered for one, can call. */
function importsHook({ body }: TSESTree.Program): boolean {
  return body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      HOOK_MODULES.has(statement.source.value) &&
      statement.specifiers.some(
        (specifier) =>
          specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' && HOOK.test(specifier.imported.name),
      ),
  );
}

/** Browser globals, hooks of components, or libraries that only run in a page. */
function isBrowserCode(source: SourceIndex, modules: readonly string[]): boolean {
  if (modules.some((name) => CLIENT_MODULE.test(name))) return true;
  if (!modules.some((name) => SERVER_MODULE.test(name)) && (CLIENT_FOLDER.test(source.filename) || namesPage(source))) return true;
  return source.calls.some(({ node }) => {
    const name = calleeName(node);
    return node.type === 'CallExpression' && name !== undefined && HOOK.test(name);
  });
}

function namesPage(source: SourceIndex): boolean {
  if (
    BROWSER_GLOBALS.some((name) =>
      source.globals.get(name)?.some(({ identifier }) => !isFeatureTest(identifier as Node) && !isRunInPage(identifier as Node, source)),
    )
  )
    return true;
  return source.globals.get('window')?.some((reference) => isBrowserBranch(reference.identifier as Node)) ?? false;
}

/** A page's service worker listens to `fetch` as a Worker does, but is also installed and activated. */
function isServiceWorkerOfPage(source: SourceIndex): boolean {
  if (!source.globals.has('self') && !source.globals.has('addEventListener')) return false;
  return source.calls.some(
    ({ node, from }) =>
      from === null &&
      calleeName(node) === 'addEventListener' &&
      PAGE_WORKER_EVENT.test(stringValue(node.arguments[0] as Node | undefined) ?? ''),
  );
}

/** `page.evaluate(() => document.title)`: a server drives a page, and sends this function there. */
function isRunInPage(identifier: Node, source: SourceIndex): boolean {
  for (let fn = source.functionOf(identifier); fn; fn = source.functionOf(fn)) {
    const call = fn.parent;
    if (call.type === 'CallExpression' && RUNS_IN_PAGE.test(calleeName(call) ?? '')) return true;
  }
  return false;
}

/** `require.main === module`, `import.meta.main`, and arguments read while the module loads. */
function isStartedFromShell(source: SourceIndex): boolean {
  if (IMPORT_META_MAIN.test(source.text)) return true;
  const names = (base: string, property: string, isLoadOnly: boolean): boolean =>
    source.globals.get(base)?.some(({ identifier }) => {
      const member = (identifier as Node).parent;
      return (
        member?.type === 'MemberExpression' &&
        member.object === identifier &&
        propertyName(member) === property &&
        !(isLoadOnly && source.functionOf(member) !== null)
      );
    }) ?? false;
  return names('require', 'main', false) || names('process', 'argv', true);
}

/** `typeof window` only asks where the code runs. */
function isFeatureTest(identifier: Node): boolean {
  return identifier.parent?.type === 'UnaryExpression' && identifier.parent.operator === 'typeof';
}

/** `if (typeof window !== 'undefined') { … }`: code for a page, unless the branch only refuses to run there. */
function isBrowserBranch(identifier: Node): boolean {
  const comparison = identifier.parent?.parent;
  const branch = comparison?.parent;
  if (comparison?.type !== 'BinaryExpression' || !comparison.operator.startsWith('!') || branch?.type !== 'IfStatement') return false;
  const [first] = branch.consequent.type === 'BlockStatement' ? branch.consequent.body : [branch.consequent];
  return first !== undefined && first.type !== 'ThrowStatement' && first.type !== 'ReturnStatement';
}

/** A module that exports nothing and calls a function of its own, or a top-level pipeline of awaits: a program, not a handler. */
function isOwnMain(source: SourceIndex): boolean {
  if (source.exports.length > 0 || source.ast.body.some((statement) => statement.type.startsWith('Export'))) return false;
  return source.ast.body.some((statement) => {
    if (statement.type !== 'ExpressionStatement') return statement.type === 'ForOfStatement' && statement.await;
    let node = unwrap(statement.expression);
    while (
      node.type === 'AwaitExpression' ||
      node.type === 'CallExpression' ||
      node.type === 'MemberExpression' ||
      (node.type === 'UnaryExpression' && node.operator === 'void')
    ) {
      if (node.type === 'AwaitExpression') return true;
      if (node.type === 'CallExpression') {
        const callee = unwrap(node.callee);
        if (isFunction(callee)) return true;
        if (callee.type === 'Identifier') return isFunctionVariable(source, callee);
        node = callee;
      } else {
        node = unwrap(node.type === 'MemberExpression' ? node.object : node.argument);
      }
    }
    return false;
  });
}

function isFunctionVariable(source: SourceIndex, identifier: Node): boolean {
  const definition = source.variableOf(identifier)?.defs[0]?.node as Node | undefined;
  return isFunction(definition) || (definition?.type === 'VariableDeclarator' && isFunction(definition.init));
}
