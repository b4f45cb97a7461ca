/**
 * Question: which functions does a platform, or unknown code, run once an invocation?
 *
 *     app.post('/orders', async (c) => …)        → handler `app.post`
 *     export const handler = middy(process)      → handler `handler`, the function is `process`
 *     export function remember(id: string) {…}   → entry `remember` of a library file
 *
 * Handlers come from the table in `platforms.ts` and from the user's settings. Beside them, every function that the file lets escape
 * (exports, callbacks given to unknown code while loading) is an entry: somebody's handler may call it. Knowingly missed: functions
 * that escape through a container, and frameworks that find handlers by a convention that no table names.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { StatelessSettings } from '../settings.js';
import {
  calleeName,
  calleeText,
  dottedName,
  isClass,
  isFunction,
  keyName,
  receiverOf,
  stringValue,
  unwrap,
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import { ACTOR_BASES, ACTOR_INTERFACES, ACTOR_PARAMETERS, PLATFORMS, type Platform, type Trigger } from './platforms.js';
import type { SourceIndex } from './source-index.js';
import type { Value, Values } from './values.js';

export interface Handler {
  readonly fn: FunctionNode;
  /** How messages call it: `handler`, `POST`, `app.post`, `fetch`. */
  readonly name: string;
  /** `undefined` for an entry that is only known to escape. */
  readonly platform: string | undefined;
  /** What makes the platform run it; `undefined` for an entry that is only known to escape. */
  readonly trigger: Trigger | undefined;
  /** The trigger in the platform's own word, where one is known: `SQS`, `Firestore`. */
  readonly triggerName: string | undefined;
  /** Where the function starts: line from 1, column from 0. */
  readonly at: TSESTree.Position;
  /**
   * What starts it: a platform; a caller in another file; a callback that unknown code keeps; or a timer set while the module loads.
   */
  readonly entry: 'platform' | 'export' | 'callback' | 'timer';
  /** The call that registers it, where there is one. */
  readonly call: CallNode | undefined;
}

export interface Handlers {
  readonly all: readonly Handler[];
  readonly byFunction: ReadonlyMap<FunctionNode, Handler>;
  /** True where a platform runs something of this file, or where its router objects do. */
  readonly hasPlatformHandler: boolean;
  /** The same without a bare exported `main`, which programs have too. */
  readonly isSurelyServed: boolean;
  /** Classes that live as long as the module: a framework, or the module while it loads, makes one instance of them. */
  readonly singletonClasses: ReadonlySet<ClassNode>;
  /** Durable Objects, workflow classes and actors: their runtime owns their fields. */
  readonly actorClasses: ReadonlySet<ClassNode>;
}

/** Methods that call their callback before they return, or while the module still loads. */
const RUNS_AT_ONCE =
  /^(map|forEach|filter|reduce|reduceRight|find|findIndex|some|every|flatMap|sort|toSorted|from|fromEntries|replace|replaceAll|then|catch|finally|Promise|onInit|listen|describe|it|test|before|beforeAll|beforeEach|after|afterAll|afterEach|lazy|dynamic|groupBy|mapValues|keyBy|defineConfig|ready|Proxy|connect|initialize|bootstrap|register\w*Hooks|configure\w*|extendTheme|create|transform|refine|superRefine|preprocess|custom|nextTick|describe|defineStore|relations|index|uniqueIndex|pgTable|mysqlTable|sqliteTable|memo|forwardRef|createContext)$/;
/** Events about the life of a connection or of the process, not about a request. */
const LIFE_EVENTS = /^(connect|connected|connecting|disconnect|disconnected|error|ready|end|close|closed|reconnecting|reconnected|open|exit|beforeExit|SIG\w+|uncaughtException|unhandledRejection|warning|unload|activate|install|idle|drain|fetch-error)$/;
const LISTENERS = /^(on|once|addListener|addEventListener|prependListener)$/;
const TIMERS = /^(setInterval|setTimeout|setImmediate)$/;
/** Exports that a test or a start-up calls, not a request. */
const SET_UP_EXPORT =
  /^(_+|\$)|(ForTests?|ForTesting|TestOnly|InTests?)$|^(init|initialize|setup|bootstrap|configure)(?=[A-Z_]|$)(?!.*(Request|Session|User))|^(start|boot|load|install|register)$|^define[A-Z]|^register\w*(Handler|Plugin|Listener|Tool|Provider|Strategy|Hook|Command|Adapter|Driver|Type|Middleware|Processor)s?$|^(reset|clear)(All|Cache|Caches|State|Mocks?|Singleton|Instance|Client|Registry|For\w*)?s?$/;

export function findHandlers(source: SourceIndex, values: Values, settings: StatelessSettings): Handlers {
  const byFunction = new Map<FunctionNode, Handler>();
  const singletonClasses = new Set<ClassNode>();
  const managedClasses = new Set<ClassNode>();
  const actorClasses = new Set<ClassNode>();
  const platforms = platformsOf(settings);
  const path = source.filename;
  const registrars = new Map<string, readonly Platform[]>();
  const routers = new Map<string, Platform | null>();
  const routerOrigins = new Map<Node, RouterOrigin | null>();

  const add = (fn: FunctionNode, name: string, entry: Handler['entry'], platform?: Platform, call?: CallNode): void => {
    const known = byFunction.get(fn);
    if (known && (known.entry === 'platform' || entry !== 'platform')) return;
    const { name: platformName, trigger, triggerName } = platform ?? NO_PLATFORM;
    byFunction.set(fn, { fn, name, entry, platform: platformName, trigger, triggerName, at: fn.loc.start, call });
  };

  findClassRoles(source, values, platforms, { singletonClasses, managedClasses, actorClasses, add });

  for (const { name, value } of source.exports) {
    const named = platforms.find((candidate) => isExportOf(candidate, name, path));
    for (const exported of values.of(value)) addExported(exported, name, name === 'main' && isOwnMain(exported) ? undefined : named, value);
    if (unwrap(value).type === 'Identifier' || isClass(value)) continue;
  }
  addAnnotated();
  addAccessors();
  for (const call of source.calls) addRegistered(call.node, call.from);

  const all = [...byFunction.values()];
  return {
    all,
    byFunction,
    hasPlatformHandler: all.some((handler) => handler.entry === 'platform') || managedClasses.size > 0,
    isSurelyServed: all.some((handler) => handler.entry === 'platform' && !(handler.name === 'main' && handler.call === undefined)) || managedClasses.size > 0,
    singletonClasses,
    actorClasses,
  };

  /** `main` without a parameter that the file itself calls: a program, exported for its tests. */
  function isOwnMain(value: Value): boolean {
    return value.kind === 'function' && value.node.params.length === 0 && source.calls.some(({ node, from }) => from === null && values.functionsOf(node.callee).includes(value.node));
  }

  function addExported(value: Value, name: string, platform: Platform | undefined, exportValue: Node): void {
    if (value.kind === 'function') {
      const event = platform ?? platformOfEvent(value.node) ?? platformOfSignature(value.node, name);
      if (event) add(value.node, displayName(name, value.node), 'platform', event);
      else if (isServerAction(source.ast, value.node)) add(value.node, displayName(name, value.node), 'platform', SERVER_ACTION);
      else if (!SET_UP_EXPORT.test(name) || value.node.params.some(isRequestParameter)) add(value.node, displayName(name, value.node), 'export');
    } else if (value.kind === 'object') {
      for (const property of value.node.properties) {
        if (property.type !== 'Property') continue;
        const key = keyName(property);
        if (key === undefined) continue;
        const method = name === 'default' ? platforms.find((candidate) => candidate.defaultMethods?.test(key)) : undefined;
        const inner = unwrap(property.value);
        if (inner.type === 'ObjectExpression') {
          addExported({ kind: 'object', node: inner }, key, platform, exportValue);
          continue;
        }
        for (const fn of values.functionsOf(property.value)) {
          // `module.exports = { a, b }` is a module of helpers, whatever the platform makes of a default export.
          const found = method ?? (name === 'default' ? undefined : platform) ?? (RESOLVER_TYPES.test(name) ? GRAPHQL : undefined) ?? platformOfEvent(fn) ?? platformOfSignature(fn, key);
          if (found) add(fn, key, 'platform', found);
          else if (!SET_UP_EXPORT.test(key) || fn.params.some(isRequestParameter)) add(fn, key, 'export');
        }
      }
    } else if (value.kind === 'namespace') {
      for (const statement of value.node.body?.type === 'TSModuleBlock' ? value.node.body.body : []) {
        const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
        if (declaration?.type === 'FunctionDeclaration' && declaration.id) addExported({ kind: 'function', node: declaration as FunctionNode }, declaration.id.name, undefined, exportValue);
      }
    } else if (value.kind === 'class') {
      addMethods(value.node, undefined, 'export');
    } else if (isClass(value.of)) {
      singletonClasses.add(value.of);
      addMethods(value.of, undefined, 'export');
    } else {
      for (const [method, fn] of values.prototypeOf(value.of)) if (isFunction(fn)) add(fn, method, 'export');
    }
  }

  function addMethods(node: ClassNode, platform: Platform | undefined, entry: Handler['entry']): void {
    for (const member of node.body.body) {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
      const key = keyName(member);
      if (key === undefined || key === 'constructor' || !member.value || !isFunction(member.value)) continue;
      if (key.startsWith('#') || member.accessibility === 'private' || member.accessibility === 'protected') continue;
      if ((!SET_UP_EXPORT.test(key) || member.value.params.some(isRequestParameter)) && !/^on(Module|Application)\w+$/.test(key)) add(member.value, key, entry, platform);
    }
  }

  function addAnnotated(): void {
    for (const fn of source.functions) {
      const declared = declaredType(fn);
      const platform = declared && platforms.find((candidate) => candidate.handlerTypes?.test(declared));
      if (platform) {
        add(fn, displayName(undefined, fn), 'platform', platform);
      } else if (hasFunctionDirective(fn, 'use server')) {
        add(fn, displayName(undefined, fn), 'platform', SERVER_ACTION);
      }
    }
  }

  /** A getter or setter runs wherever its property is named. */
  function addAccessors(): void {
    for (const fn of source.functions) {
      const { parent } = fn;
      if ((parent?.type === 'MethodDefinition' || parent?.type === 'Property') && (parent.kind === 'get' || parent.kind === 'set')) add(fn, keyName(parent) ?? 'accessor', 'callback');
    }
  }

  function addRegistered(call: CallNode, from: FunctionNode | null): void {
    if (call.arguments.length === 0) return;
    const text = calleeText(call) ?? '';
    const name = calleeName(call) ?? '';
    const platform = registrarsNamed(text).find((candidate) => isFromModule(candidate, call));
    const router = platform ? undefined : routerPlatform(call, name, from);
    for (const [index, argument] of call.arguments.entries()) {
      if (argument.type === 'SpreadElement') continue;
      const own = settings.handlers.some(({ callees }) => callees.some((callee) => (callee.name === text || callee.name === name) && callee.argument === index));
      if (platform || router || own) {
        if (name === 'addEventListener' && stringValue(call.arguments[0]) !== 'fetch' && stringValue(call.arguments[0]) !== 'scheduled') continue;
        const label = labelOf(call, text || name);
        forEachFunction(argument, 3, (fn, key) => add(fn, key ?? label, 'platform', platform ?? router ?? OWN, call));
      } else if (from === null) {
        addEscaping(call, text, name, argument);
      }
    }
  }

  /** Callbacks that load code hands to code of another module, which may keep them and call them later. */
  function addEscaping(call: CallNode, text: string, name: string, argument: Node): void {
    if (TIMERS.test(text)) {
      forEachFunction(argument, 1, (fn) => add(fn, text, 'timer', undefined, call));
      return;
    }
    if (RUNS_AT_ONCE.test(name) || isFunction(unwrap(call.callee))) return;
    if (LISTENERS.test(name) && LIFE_EVENTS.test(stringValue(call.arguments[0]) ?? '')) return;
    if (values.functionsOf(call.callee).length > 0) return;
    forEachFunction(argument, 3, (fn, key) => {
      if (values.functionsOf(call).includes(fn) && isExportedValue(call)) return;
      add(fn, key ?? (text || name || 'callback'), 'callback', undefined, call);
    });
  }

  function isExportedValue(call: CallNode): boolean {
    return source.exports.some(({ value }) => unwrap(value) === call);
  }

  /** Functions of an expression: itself, or those in an object literal that it is or stands for. */
  function forEachFunction(node: Node, depth: number, visit: (fn: FunctionNode, key: string | undefined) => void, key?: string): void {
    for (const value of values.of(node)) {
      if (value.kind === 'function') visit(value.node, key);
      else if (value.kind === 'object' && depth > 0) {
        for (const property of value.node.properties) {
          if (property.type === 'Property') forEachFunction(property.value, depth - 1, visit, keyName(property));
          else if (property.type === 'SpreadElement') forEachFunction(property.argument, depth - 1, visit, key);
        }
      }
    }
    const inner = unwrap(node);
    if (inner.type === 'ArrayExpression' && depth > 0) {
      for (const element of inner.elements) if (element && element.type !== 'SpreadElement') forEachFunction(element, depth - 1, visit, key);
    }
  }

  /** The same few names are called again and again: each is looked up in the table once a file. */
  function registrarsNamed(text: string): readonly Platform[] {
    let found = registrars.get(text);
    if (!found) {
      found = ANY_REGISTRAR.test(text) ? PLATFORMS.filter((platform) => platform.registrars?.test(text)) : NO_PLATFORMS;
      registrars.set(text, found);
    }
    return found;
  }

  function routerNamed(text: string): Platform | undefined {
    let found = routers.get(text);
    if (found === undefined) {
      found = (ANY_ROUTER.test(text) && PLATFORMS.find((platform) => platform.routers?.test(text))) || null;
      routers.set(text, found);
    }
    return found ?? undefined;
  }

  function isFromModule(platform: Platform, call: CallNode): boolean {
    if (!platform.from) return true;
    const { root } = dottedName(call.callee);
    const module = moduleOf(root);
    return module !== undefined && platform.from.test(module);
  }

  function moduleOf(node: Node): string | undefined {
    const definition = source.variableOf(node)?.defs[0];
    if (!definition) return undefined;
    if (definition.parent?.type === 'ImportDeclaration') return definition.parent.source.value;
    const declarator = definition.node as Node;
    const init = declarator.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
    return init?.type === 'CallExpression' && calleeText(init) === 'require' ? stringValue(init.arguments[0]) : undefined;
  }

  /** `app.post(path, fn)` where `app` is made by a router's constructor or factory, also in a chain of calls. */
  function routerPlatform(call: CallNode, name: string, from: FunctionNode | null): Platform | undefined {
    const made = routerNamed(calleeText(call) ?? name);
    if (made) return made;
    const receiver = receiverOf(call);
    const router = receiver && routerOf(receiver);
    if (!router || RUNS_AT_ONCE.test(name)) return undefined;
    if (router.made) return router.made;
    // `export default async function routes(fastify) { fastify.get(…) }`, `module.exports = (router) => …`
    return from !== null && ROUTE_METHOD.test(name) && ROUTER_PARAMETER.test(router.parameter.name) && call.arguments.length > 1 ? UNKNOWN_ROUTER : undefined;
  }

  /** What a receiver goes back to. Each link of a chain is looked at once, however many calls hang on it. */
  function routerOf(receiver: Node): RouterOrigin | undefined {
    const passed: Node[] = [];
    let origin: RouterOrigin | null = null;
    for (let current: Node | undefined = receiver; current; ) {
      const known = routerOrigins.get(current);
      if (known !== undefined) {
        origin = known;
        break;
      }
      routerOrigins.set(current, null); // cuts cycles
      passed.push(current);
      if (current.type === 'CallExpression' || current.type === 'NewExpression') {
        const made = routerNamed(calleeText(current) ?? '');
        if (made) origin = { made };
        current = made ? undefined : receiverOf(current);
      } else if (current.type === 'Identifier') {
        const definition = source.variableOf(current)?.defs[0];
        const node = definition?.node as Node | undefined;
        if (definition?.type === 'Parameter') origin = { parameter: current };
        current = node?.type === 'VariableDeclarator' && node.init ? unwrap(node.init) : undefined;
      } else {
        break;
      }
    }
    for (const link of passed) routerOrigins.set(link, origin);
    return origin ?? undefined;
  }

  function platformOfEvent(fn: FunctionNode): Platform | undefined {
    for (const parameter of fn.params.slice(0, 2)) {
      const type = parameterType(parameter);
      const platform = type && platforms.find((candidate) => candidate.eventTypes?.test(type));
      if (platform) return platform;
    }
    return undefined;
  }
}

/** A router comes out of its constructor or factory, or is a parameter. */
type RouterOrigin = { readonly made: Platform } | { readonly made?: undefined; readonly parameter: TSESTree.Identifier };

const NO_PLATFORMS: readonly Platform[] = [];
const ROUTE_METHOD = /^(get|post|put|patch|delete|all|use|route|command|hears|on|message|event|action|view|shortcut)$/;
/** A first look at a name, which nearly all of them fail. */
const ANY_REGISTRAR = anyOf(PLATFORMS.map(({ registrars }) => registrars));
const ANY_ROUTER = anyOf(PLATFORMS.map(({ routers }) => routers));

function anyOf(patterns: readonly (RegExp | undefined)[]): RegExp {
  return new RegExp(patterns.flatMap((pattern) => (pattern ? [pattern.source] : [])).join('|'));
}

/** The type names of GraphQL resolvers: `{ Query: { … }, Mutation: { … } }`. */
const RESOLVER_TYPES = /^(Query|Mutation|Subscription)$/;
const GRAPHQL: Platform = { name: 'GraphQL', trigger: 'rpc' };
const SERVER_ACTION: Platform = { name: 'Next.js', trigger: 'rpc' };
const UNKNOWN_ROUTER: Platform = { name: 'router', trigger: 'http' };
/** What the user's settings name. */
const OWN: Platform = { name: 'settings', trigger: 'event' };
const NO_PLATFORM: { readonly [Key in 'name' | 'trigger' | 'triggerName']: undefined } = { name: undefined, trigger: undefined, triggerName: undefined };

/** What the parameters of an exported function say, where nothing else does: platforms pass them by these names in all their docs. */
const SIGNATURES: readonly { readonly name: string; readonly trigger: Trigger; readonly parameters: readonly RegExp[]; readonly defaultOnly?: boolean }[] = [
  { name: 'Azure Functions', trigger: 'event', parameters: [/^_?(context|ctx)$/, /^_?(req|request|my\w+|\w*(timer|message|blob|item|event|queue)\w*)$/i], defaultOnly: true },
  { name: 'Azure Functions', trigger: 'event', parameters: [/^_?context$/], defaultOnly: true },
  { name: 'HTTP', trigger: 'http', parameters: [/^_?(req|request)$/, /^_?(res|response|reply)$/] },
  { name: 'AWS Lambda', trigger: 'event', parameters: [/^_?event$/, /^_?(context|ctx)$/] },
  { name: 'Google Cloud Functions', trigger: 'event', parameters: [/^_?(message|cloudEvent)$/, /^_?context$/] },
];

function platformOfSignature(fn: FunctionNode, name: string): Platform | undefined {
  const names = fn.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier' ? parameter.left.name : ''));
  const signature = SIGNATURES.find(({ parameters, defaultOnly }) => (!defaultOnly || name === 'default') && names.length >= parameters.length && parameters.every((parameter, index) => parameter.test(names[index]!)));
  return signature && { name: signature.name, trigger: signature.trigger };
}

const ROUTER_PARAMETER = /^(app|router|server|fastify|api|bot|hono|instance|route|routes|r)$/i;

function labelOf(call: CallNode, text: string): string {
  const first = call.arguments[0];
  const route = first && stringValue(first);
  return route !== undefined && route.length <= 40 ? `${text || 'call'}('${route}')` : text || 'callback';
}

function displayName(exported: string | undefined, fn: FunctionNode): string {
  if (exported !== undefined && exported !== 'default') return exported;
  const own = functionName(fn);
  return (own === 'exports' ? undefined : own) ?? (exported === 'default' ? 'default export' : 'handler');
}

/** The name a reader would give a function: its own, its variable's, or its property's. */
export function functionName(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name;
  let node: Node | undefined = fn.parent;
  while (node && ((node.type === 'CallExpression' && !RUNS_AT_ONCE.test(calleeName(node) ?? '')) || node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')) node = node.parent;
  if (node?.type === 'VariableDeclarator' && node.id.type === 'Identifier') return node.id.name;
  if (node?.type === 'Property' || node?.type === 'MethodDefinition' || node?.type === 'PropertyDefinition') return keyName(node);
  if (node?.type === 'AssignmentExpression') {
    const { root, path } = dottedName(node.left);
    return path.at(-1) ?? (root.type === 'Identifier' ? root.name : undefined);
  }
  return undefined;
}

function isExportOf(platform: Platform, name: string, path: string): boolean {
  if (!platform.exports?.test(name)) return false;
  return platform.files ? platform.files.test(path) : true;
}

function platformsOf(settings: StatelessSettings): readonly Platform[] {
  const own = settings.handlers.map(({ exportNames, files, callees }): Platform => ({
    ...OWN,
    ...(files.length > 0 && { files: new RegExp(files.map(globPattern).join('|')) }),
    ...((exportNames.length > 0 || files.length > 0) && {
      exports: exportNames.length > 0 ? new RegExp(`^(${exportNames.map(escapePattern).join('|')})$`) : /./,
    }),
    ...(callees.length === 0 && {}),
  }));
  return [...own, ...PLATFORMS];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `functions/**\/*.ts` as a pattern on the end of a path. */
function globPattern(glob: string): string {
  const body = glob
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => (part === '**/' ? '(.*/)?' : part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : escapePattern(part)))
    .join('');
  return `(^|/)${body}$`;
}

/** The name of the type written on a variable: `SQSHandler` of `const handler: SQSHandler = …`, also `satisfies`. */
function declaredType(fn: FunctionNode): string | undefined {
  let node: Node = fn;
  while (node.parent?.type === 'TSAsExpression' || node.parent?.type === 'TSSatisfiesExpression') {
    node = node.parent;
    const name = typeName((node as TSESTree.TSAsExpression).typeAnnotation);
    if (name) return name;
  }
  const parent = node.parent;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return typeName(parent.id.typeAnnotation?.typeAnnotation);
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression') {
    const object = parent.parent.parent;
    if (object.type === 'VariableDeclarator') return typeName(object.id.typeAnnotation?.typeAnnotation);
    if (object.type === 'TSSatisfiesExpression') return typeName(object.typeAnnotation);
  }
  return undefined;
}

/** A parameter that is a request by its name or type, whoever passes it. */
export function isRequestParameter(parameter: Node): boolean {
  const name = parameter.type === 'Identifier' ? parameter.name : '';
  return /^_?(req|request)$/.test(name) || REQUEST_TYPE.test(parameterType(parameter) ?? '');
}

const REQUEST_TYPE = /^(Request|NextRequest|NextApiRequest|IncomingMessage|FastifyRequest|HttpRequest|Express\.Request|VercelRequest|RequestEvent|HonoRequest|H3Event|APIGateway\w*Event\w*)$/;

export function parameterType(parameter: Node): string | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const annotation = (target as TSESTree.Identifier).typeAnnotation;
  return typeName(annotation?.typeAnnotation);
}

export function typeName(type: TSESTree.TypeNode | undefined): string | undefined {
  if (type?.type !== 'TSTypeReference') return undefined;
  let name: TSESTree.EntityName = type.typeName;
  if (name.type === 'TSQualifiedName') {
    if (name.left.type === 'Identifier') return `${name.left.name}.${name.right.name}`;
    name = name.right;
  }
  return name.type === 'Identifier' ? name.name : undefined;
}

function isServerAction(ast: TSESTree.Program, fn: FunctionNode): boolean {
  const [first] = ast.body;
  return (first?.type === 'ExpressionStatement' && first.directive === 'use server') || hasFunctionDirective(fn, 'use server');
}

function hasFunctionDirective(fn: FunctionNode, directive: string): boolean {
  if (fn.body.type !== 'BlockStatement') return false;
  const [first] = fn.body.body;
  return first?.type === 'ExpressionStatement' && first.directive === directive;
}

interface ClassRoles {
  readonly singletonClasses: Set<ClassNode>;
  /** Those of them that a framework makes, and whose methods it calls: only these tell of a server. */
  readonly managedClasses: Set<ClassNode>;
  readonly actorClasses: Set<ClassNode>;
  readonly add: (fn: FunctionNode, name: string, entry: Handler['entry'], platform?: Platform) => void;
}

function findClassRoles(source: SourceIndex, values: Values, platforms: readonly Platform[], roles: ClassRoles): void {
  for (const node of source.classes) {
    if (isActor(node)) {
      roles.actorClasses.add(node);
      continue;
    }
    const base = node.superClass ? baseName(node.superClass) : undefined;
    const worker = base ? platforms.find((platform) => platform.baseClasses?.test(base)) : undefined;
    if (worker) addAllMethods(node, worker, roles);
    for (const decorator of decoratorsOf(node)) {
      const expression = decorator.expression.type === 'CallExpression' ? decorator.expression.callee : decorator.expression;
      const name = expression.type === 'Identifier' ? expression.name : undefined;
      const platform = name ? platforms.find((candidate) => candidate.decorators?.test(name)) : undefined;
      if (!platform || isRequestScoped(decorator.expression)) continue;
      roles.singletonClasses.add(node);
      roles.managedClasses.add(node);
      addAllMethods(node, platform, roles);
    }
  }
  for (const { node, from } of source.calls) {
    if (node.type !== 'NewExpression' || from !== null) continue;
    for (const value of values.of(node)) if (value.kind === 'instance' && isClass(value.of) && !roles.actorClasses.has(value.of)) roles.singletonClasses.add(value.of);
  }
}

function addAllMethods(node: ClassNode, platform: Platform, roles: ClassRoles): void {
  for (const member of node.body.body) {
    if ((member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') || !member.value || !isFunction(member.value)) continue;
    const name = keyName(member);
    if (name === undefined || name === 'constructor' || name.startsWith('#') || member.accessibility === 'private') continue;
    if (/^on(Module|Application)\w+$/.test(name)) continue;
    roles.add(member.value, name, 'platform', platform);
  }
}

/** Parsers without TypeScript leave the list out where there is none. */
function decoratorsOf(node: ClassNode): readonly TSESTree.Decorator[] {
  return (node.decorators as readonly TSESTree.Decorator[] | undefined) ?? [];
}

function isActor(node: ClassNode): boolean {
  const base = node.superClass ? baseName(node.superClass) : undefined;
  if (base && ACTOR_BASES.test(base)) return true;
  if ((node.implements ?? []).some(({ expression }) => ACTOR_INTERFACES.test(dotted(expression)))) return true;
  if (decoratorsOf(node).some(({ expression }) => /^(Workflow|Actor|Entity|VirtualObject)$/.test(baseName(expression.type === 'CallExpression' ? expression.callee : expression) ?? ''))) return true;
  const constructor = node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (constructor?.type !== 'MethodDefinition' || !isFunction(constructor.value)) return false;
  return constructor.value.params.some((parameter) => {
    const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    return ACTOR_PARAMETERS.test(parameterType(target) ?? '');
  });
}

function baseName(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'CallExpression') return baseName(inner.callee);
  return inner.type === 'MemberExpression' && inner.property.type === 'Identifier' ? inner.property.name : undefined;
}

function dotted(node: Node): string {
  const { root, path } = dottedName(node);
  return [root.type === 'Identifier' ? root.name : '', ...path].join('.');
}

/** `@Injectable({ scope: Scope.REQUEST })`: one instance a request. */
function isRequestScoped(decorator: Node): boolean {
  const options = decorator.type === 'CallExpression' ? decorator.arguments[0] : undefined;
  if (options?.type !== 'ObjectExpression') return false;
  return options.properties.some((property) => {
    if (property.type !== 'Property' || keyName(property) !== 'scope') return false;
    const value = unwrap(property.value);
    return value.type === 'MemberExpression' && value.property.type === 'Identifier' && /^(REQUEST|TRANSIENT|Request|Transient)$/.test(value.property.name);
  });
}
