/**
 * Question: which functions does a platform, or unknown code, run once an invocation?
 *
 *     app.post('/orders', async (c) => …)        → handler `POST /orders`
 *     export const handler = middy(process)      → handler `handler`, the function is `process`
 *     export function remember(id: string) {…}   → entry `remember` of a library file
 *
 * Handlers come from the table in `platforms/` and from the user's settings. Beside them, every function that the file lets escape
 * (exports, callbacks given to unknown code while loading) is an entry: somebody's handler may call it. Functions that only declare
 * handlers in their turn, such as Fastify's plugins, run once while the program starts: they are set-up code, not entries.
 *
 * Knowingly missed: functions that escape through a container, and frameworks that find handlers by a convention that no table names.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { StatelessSettings } from '../settings.js';
import {
  calleeName,
  calleeText,
  isClass,
  isFunction,
  keyName,
  propertyValue,
  stringValue,
  unwrap,
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import { createCallees, isNamed, ownerOfParameter, type Root } from './handlers/callee.js';
import { findClassRoles, LIFE_CYCLE } from './handlers/class-roles.js';
import { isFrom, isOwnModule, PLATFORM_TABLE, type Entry } from './handlers/form-table.js';
import { forEachImported } from './handlers/imported-values.js';
import { exportedName, functionName, labelOf, listenerName, ownName, registeredName, routeName, RUNS_AT_ONCE } from './handlers/names.js';
import { calleesOfSettings, ownForms } from './handlers/own-handlers.js';
import { declaredTypes, isRequestParameter, parameterType, typeName } from './handlers/types.js';
import { ROUTER_PARAMETER, type Form, type ParameterRole, type Trigger } from './platforms/index.js';
import type { SourceIndex } from './source-index.js';
import type { Value, Values } from './values.js';

export { functionName, isRequestParameter, parameterType, typeName };

export interface Handler {
  readonly fn: FunctionNode;
  /** How messages call it: `handler`, `POST /orders`, `createOrder`, `fetch`. */
  readonly name: string;
  /** `undefined` for an entry that is only known to escape. */
  readonly platform: string | undefined;
  /** What makes the platform run it; `undefined` for an entry that is only known to escape. */
  readonly trigger: Trigger | undefined;
  /** The trigger in the platform's own word, where one is known: `SQS`, `Firestore`. */
  readonly triggerName: string | undefined;
  /** What its parameters hold, by position; where the list ends, their names tell. */
  readonly parameters: readonly ParameterRole[];
  /** Where the function starts: line from 1, column from 0. */
  readonly at: TSESTree.Position;
  /**
   * What starts it: a platform; a caller in another file; a callback that unknown code keeps; or a timer set while the module loads.
   */
  readonly entry: 'platform' | 'export' | 'callback' | 'timer';
  /** The call that registers it, where there is one. */
  readonly call: CallNode | undefined;
}

/** A function of another file that this one hands to a platform: `app.http('createOrder', { handler: createOrder })`. */
export interface Registration extends Pick<Handler, 'name' | 'platform' | 'trigger' | 'triggerName'> {
  /** The imported name, or a member of it. */
  readonly value: Node;
}

export interface Handlers {
  readonly all: readonly Handler[];
  readonly byFunction: ReadonlyMap<FunctionNode, Handler>;
  /** True where a platform runs something of this file, or where its router objects do. */
  readonly hasPlatformHandler: boolean;
  /** The same without a bare exported `main`, which programs have too. */
  readonly isSurelyServed: boolean;
  /** Functions that run once while the program starts, and declare handlers: plugins, functions that add routes to an app. */
  readonly setUps: ReadonlySet<FunctionNode>;
  /** Classes that live as long as the module: a framework, or the module while it loads, makes one instance of them. */
  readonly singletonClasses: ReadonlySet<ClassNode>;
  /** Durable Objects, workflow classes and actors: their runtime owns their fields. */
  readonly actorClasses: ReadonlySet<ClassNode>;
  /** What other files hold: no rule asks, and so it is looked for only where somebody does. */
  readonly findRegistrations: () => readonly Registration[];
}

/** Events about the life of a connection or of the process, not about a request. */
const LIFE_EVENTS =
  /^(connect|connected|connecting|disconnect|disconnected|error|ready|end|close|closed|reconnecting|reconnected|open|exit|beforeExit|SIG\w+|uncaughtException|unhandledRejection|warning|unload|activate|install|idle|drain|fetch-error|listening)$/;
const LISTENERS = /^(on|once|addListener|addEventListener|prependListener)$/;
const TIMERS = /^(setInterval|setTimeout|setImmediate)$/;
/** Exports that a test or a start-up calls, not a request. */
const SET_UP_EXPORT =
  /^(_+|\$)|(ForTests?|ForTesting|TestOnly|InTests?)$|^(init|initialize|setup|bootstrap|configure)(?=[A-Z_]|$)(?!.*(Request|Session|User))|^(start|boot|load|install|register)$|^define[A-Z]|^register\w*(Handler|Plugin|Listener|Tool|Provider|Strategy|Hook|Command|Adapter|Driver|Type|Middleware|Processor)s?$|^(reset|clear)(All|Cache|Caches|State|Mocks?|Singleton|Instance|Client|Registry|For\w*)?s?$/;
/** Methods by which a router that comes from elsewhere gets its routes. */
const ROUTE_METHOD =
  /^(get|post|put|patch|delete|all|use|route|command|hears|on|message|event|action|view|shortcut|openapi|addHook|onError|notFound)$/;
/** Types of parameters that get routes. */
const ROUTER_TYPE =
  /^((express|Express)\.)?(Express|Application|Router|IRouter)$|^(Hono|OpenAPIHono|FastifyInstance|Koa|Elysia|Telegraf|Bot|Probot)$/;
/** How a name is known. A better one replaces a worse one. */
const NAME_RANK = { call: 0, export: 1, route: 2 } as const;
type NamedBy = keyof typeof NAME_RANK;

const UNKNOWN_ROUTER: Entry = { platform: 'HTTP', form: { trigger: 'http', routers: [] }, parts: [] };
const OWN_CALLEE: Entry = { platform: 'settings', form: { trigger: 'event' }, parts: [] };
const SERVER_ACTION: Form = { trigger: 'rpc', triggerName: 'server action', parameters: ['request', 'request', 'request', 'request'] };

export function findHandlers(source: SourceIndex, values: Values, settings: StatelessSettings): Handlers {
  const byFunction = new Map<FunctionNode, Handler>();
  const namedBy = new Map<FunctionNode, NamedBy>();
  const setUps = new Set<FunctionNode>();
  /** Functions that are given a router to add routes to, by what gave it. */
  const groups = new Map<FunctionNode, Entry>();
  /** Objects that stand under a name in an exported one: an object may hold itself. */
  const partsOfExports = new Set<TSESTree.ObjectExpression>();
  const declaring: { readonly call: CallNode; readonly entry: Entry; readonly method: string }[] = [];
  const path = source.filename;
  const callees = createCallees(source, values, PLATFORM_TABLE);
  const own = ownForms(settings);
  const ownCallees = calleesOfSettings(settings, path);
  /** Where nothing makes a router, only parameters and what comes from other files may be one. */
  const mayMakeRouter = source.calls.some(({ node }) => isRouterName(callees.calledName(node)));

  const { singletons, managed, actors } = findClassRoles(source, values, callees, PLATFORM_TABLE, (fn, name, entry) => {
    add(fn, name, entry, 'export');
  });
  for (const { node, from } of source.calls) addCall(node, from);
  for (const { name, value } of source.exports) {
    const entry = exportEntry(name, true);
    if (entry) for (const exported of values.of(value)) addExported(exported, name, entry);
    if (entry?.form.files) addEverythingIn(value, name, entry);
  }
  for (const fn of source.functions) addAnnotated(fn);
  for (const { name, value } of source.exports) {
    const entry = exportEntry(name, false);
    for (const exported of values.of(value)) addExported(exported, name, entry);
    const list = unwrap(value);
    if (list.type === 'ArrayExpression')
      for (const element of list.elements) if (element) for (const exported of values.of(element)) addExported(exported, name, entry);
    if (name === 'default') addWrappedMembers(value);
  }
  if (source.exports.length === 0) addTopLevel();
  for (const fn of source.functions) addAccessor(fn);
  for (const fn of setUps) {
    if (byFunction.get(fn)?.entry === 'platform') setUps.delete(fn);
    else byFunction.delete(fn);
  }

  const all = [...byFunction.values()];
  return {
    all,
    byFunction,
    hasPlatformHandler: all.some(({ entry }) => entry === 'platform') || managed.size > 0,
    isSurelyServed:
      all.some(({ entry, name, call }) => entry === 'platform' && !(name === 'main' && call === undefined)) || managed.size > 0,
    setUps,
    singletonClasses: singletons,
    actorClasses: actors,
    findRegistrations,
  };

  function add(
    fn: FunctionNode,
    name: string,
    { platform, form }: { readonly platform: string; readonly form: Form },
    by: NamedBy,
    call?: CallNode,
  ): void {
    if (form.isSetUp) {
      setUps.add(fn);
      return;
    }
    const known = byFunction.get(fn);
    if (known?.entry === 'platform') {
      if (NAME_RANK[by] > NAME_RANK[namedBy.get(fn) ?? 'route']) {
        byFunction.set(fn, { ...known, name });
        namedBy.set(fn, by);
      }
      return;
    }
    namedBy.set(fn, by);
    byFunction.set(fn, {
      fn,
      name,
      entry: 'platform',
      platform,
      trigger: form.trigger,
      triggerName: form.triggerName,
      parameters: parametersOf(form, fn),
      at: fn.loc.start,
      call,
    });
  }

  function addEntry(fn: FunctionNode, name: string, entry: 'export' | 'callback' | 'timer', call?: CallNode): void {
    if (!byFunction.has(fn))
      byFunction.set(fn, {
        fn,
        name,
        entry,
        platform: undefined,
        trigger: undefined,
        triggerName: undefined,
        parameters: [],
        at: fn.loc.start,
        call,
      });
  }

  // Calls that register handlers.

  function addCall(call: CallNode, from: FunctionNode | null): void {
    if (call.arguments.length === 0) return;
    const name = calleeName(call) ?? '';
    const called = entryOfCall(call);
    if (called) {
      addArguments(call, called, name);
      return;
    }
    const made = mayMakeRouter ? callees.routerMadeBy(call) : undefined;
    if (made) {
      addArguments(call, made, name);
      return;
    }
    if (ownCallees.size > 0 && addOwnCallee(call, name)) return;
    if ((mayMakeRouter || from === null || ROUTE_METHOD.test(name) || name === 'register') && addRoute(call, name, from)) return;
    if (from === null) for (const argument of call.arguments) if (argument.type !== 'SpreadElement') addEscaping(call, name, argument);
  }

  function isRouterName(name: string | undefined): boolean {
    return name !== undefined && PLATFORM_TABLE.named('routers', name).length > 0;
  }

  function entryOfCall(call: CallNode): Entry | undefined {
    const last = callees.calledName(call);
    const candidates = last === undefined ? [] : PLATFORM_TABLE.named('calls', last);
    if (candidates.length === 0) return undefined;
    const names = callees.namesOf(call);
    return candidates.find(({ form, parts }) => isNamed(names, parts) && isCallOf(form, call, names));
  }

  function isCallOf({ from, on, events, files, beside }: Form, call: CallNode, names: readonly string[]): boolean {
    if (events && !events.includes(stringValue(call.arguments[0] as Node) ?? '')) return false;
    if (on && !names.slice(1).some((name) => on.test(name))) return false;
    if (files && !files.test(path)) return false;
    if (beside && !isBeside(beside)) return false;
    if (!from) return true;
    const { module } = callees.rootOf(call.callee);
    return module !== undefined && isFrom(module, from);
  }

  /** Whether there is any handler among the arguments. */
  function addArguments(call: CallNode, entry: Entry, method: string): boolean {
    let isAny = false;
    declaring.push({ call, entry, method });
    const route = routeName(call, method);
    const nameOf = entry.form.routers ? listenerName : registeredName;
    const last = call.arguments.at(-1);
    for (const argument of call.arguments) {
      if (argument.type === 'SpreadElement') continue;
      forEachFunction(argument, 4, (fn, key) => {
        isAny = true;
        if (route === undefined) add(fn, nameOf(call, fn, key), entry, entry.form.routers ? 'route' : 'call', call);
        // Middleware stands before the handler of a route; it has a name of its own more often than not.
        else if (argument === last || functionName(fn) === undefined) add(fn, route, entry, 'route', call);
        else add(fn, functionName(fn)!, entry, 'call', call);
      });
    }
    return isAny;
  }

  function findRegistrations(): Registration[] {
    const found: Registration[] = [];
    const register = (value: Node, name: string, { platform, form: { trigger, triggerName } }: Entry): void => {
      found.push({ value, name, platform, trigger, triggerName });
    };
    for (const { call, entry, method } of declaring) {
      const route = routeName(call, method);
      const nameOf = entry.form.routers ? listenerName : registeredName;
      const last = call.arguments.at(-1);
      for (const argument of call.arguments) {
        forEachImported(source, argument, 3, (value, key) =>
          register(value, route === undefined ? nameOf(call, value, key) : argument === last ? route : (ownName(value) ?? route), entry),
        );
      }
    }
    for (const { name, value } of source.exports) {
      const entry = exportEntry(name, true) ?? exportEntry(name, false);
      const object = unwrap(value);
      if (entry)
        forEachImported(source, value, 1, (imported) =>
          register(imported, name === 'default' ? (ownName(imported) ?? 'default export') : name, entry),
        );
      if (name !== 'default' || object.type !== 'ObjectExpression') continue;
      for (const property of object.properties) {
        const key = property.type === 'Property' ? keyName(property) : undefined;
        const member = key === undefined ? undefined : memberEntry(key);
        if (member) forEachImported(source, (property as TSESTree.Property).value, 1, (imported) => register(imported, key!, member));
      }
    }
    return found;
  }

  function addOwnCallee(call: CallNode, name: string): boolean {
    const positions = ownCallees.get(calleeText(call) ?? name) ?? ownCallees.get(name);
    let isOwn = false;
    for (const position of positions ?? []) {
      const argument = call.arguments[position];
      if (!argument || argument.type === 'SpreadElement') continue;
      isOwn = true;
      forEachFunction(argument, 3, (fn, key) => add(fn, key ?? registeredName(call, fn, undefined), OWN_CALLEE, 'call', call));
    }
    return isOwn;
  }

  /** `app.post(path, fn)` where `app` is made by a router's constructor or factory, is a parameter, or comes from another file. */
  function addRoute(call: CallNode, method: string, from: FunctionNode | null): boolean {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression') return false;
    const root = callees.rootOf(callee.object);
    const entry = routerOf(root, call, method, from);
    if (!entry) return false;
    const { methods, groups: grouping } = entry.form;
    if (methods ? !methods.includes(method) : RUNS_AT_ONCE.test(method)) return false;
    if (LISTENERS.test(method) && LIFE_EVENTS.test(stringValue(call.arguments[0] as Node) ?? '')) return false;
    if (root.parameter && isClientCall(call)) return false;
    const isDeclared = grouping?.includes(method) ? addGroups(call, entry) : addArguments(call, entry, method);
    // A function that makes the router, or is given it, to add routes to it.
    if (isDeclared && from !== null && (!root.parameter || ownerOfParameter(source, root.parameter) === from)) setUps.add(from);
    return true;
  }

  function routerOf(root: Root, call: CallNode, method: string, from: FunctionNode | null): Entry | undefined {
    if (root.made) return root.made;
    if (root.parameter) {
      const owner = ownerOfParameter(source, root.parameter);
      const group = owner && groups.get(owner);
      if (group) return group;
      const type = parameterType(root.parameter);
      if (type !== undefined && ROUTER_TYPE.test(type))
        return ROUTE_METHOD.test(method) || method === 'register' ? routerOfType(type) : undefined;
      // `export default async function routes(fastify) { fastify.get(…) }`, `module.exports = (router) => …`
      return from !== null && ROUTE_METHOD.test(method) && ROUTER_PARAMETER.test(root.parameter.name) && call.arguments.length > 1
        ? UNKNOWN_ROUTER
        : undefined;
    }
    // `import { app } from './app'; app.get('/orders', …)`
    const isElsewhere = root.module !== undefined && isOwnModule(root.module) && from === null;
    return isElsewhere && (routeName(call, method)?.includes(' /') || method === 'openapi') && !isClientCall(call)
      ? UNKNOWN_ROUTER
      : undefined;
  }

  /** `client.post('/orders', (error, body) => …)` asks another service. */
  function isClientCall(call: CallNode): boolean {
    const last = call.arguments.at(-1);
    return (
      isFunction(last) && last.params.length < 4 && last.params[0] !== undefined && /^_*(err|error)$/.test(parameterName(last.params[0]))
    );
  }

  function routerOfType(type: string): Entry {
    const name = type.includes('.') ? 'Router' : type === 'FastifyInstance' ? 'fastify' : type;
    return PLATFORM_TABLE.named('routers', name)[0] ?? UNKNOWN_ROUTER;
  }

  /** `app.group('/orders', (group) => group.get(…))`, `fastify.register(async (instance) => { instance.get(…); })` */
  function addGroups(call: CallNode, entry: Entry): boolean {
    let isAny = false;
    for (const argument of call.arguments) {
      if (argument.type === 'SpreadElement') continue;
      for (const value of values.of(argument)) {
        if (value.kind === 'function') {
          isAny = true;
          groups.set(value.node, entry);
          setUps.add(value.node);
        } else if (value.kind === 'object') {
          forEachFunction(value.node, 3, (fn, key) => add(fn, listenerName(call, fn, key), entry, 'call', call));
        }
      }
    }
    return isAny;
  }

  /** Callbacks that load code hands to code of another module, which may keep them and call them later. */
  function addEscaping(call: CallNode, name: string, argument: Node): void {
    if (TIMERS.test(calleeText(call) ?? '')) {
      forEachFunction(argument, 1, (fn) => addEntry(fn, name, 'timer', call));
      return;
    }
    if (RUNS_AT_ONCE.test(name) || isFunction(unwrap(call.callee))) return;
    if (LISTENERS.test(name) && LIFE_EVENTS.test(stringValue(call.arguments[0] as Node) ?? '')) return;
    if (values.functionsOf(call.callee).length > 0) return;
    forEachFunction(argument, 3, (fn, key) => {
      if (values.functionsOf(call).includes(fn) && isExportedValue(call)) return;
      addEntry(fn, key ?? labelOf(call), 'callback', call);
    });
  }

  function isExportedValue(call: CallNode): boolean {
    return source.exports.some(({ value }) => unwrap(value) === call);
  }

  /** Functions of an expression: itself, or those in an object literal or a list that it is or stands for. */
  function forEachFunction(node: Node, depth: number, visit: (fn: FunctionNode, key: string | undefined) => void, key?: string): void {
    const inner = unwrap(node);
    if (inner.type === 'ArrayExpression') {
      if (depth > 0)
        for (const element of inner.elements)
          if (element && element.type !== 'SpreadElement') forEachFunction(element, depth - 1, visit, key);
      return;
    }
    for (const value of values.of(inner)) {
      if (value.kind === 'function') {
        // `fields: () => ({ order: { resolve() {…} } })`
        let isTable = false;
        if (depth > 0 && isThunk(value.node)) {
          const visitField = (fn: FunctionNode, field: string | undefined): void => {
            isTable = true;
            visit(fn, field);
          };
          forEachFunction(value.node.body, depth, visitField, key);
        }
        if (!isTable) visit(value.node, key);
      } else if (value.kind === 'object' && depth > 0) {
        for (const property of value.node.properties) {
          if (property.type === 'Property') forEachFunction(property.value, depth - 1, visit, keyName(property));
          else if (property.type === 'SpreadElement') forEachFunction(property.argument, depth - 1, visit, key);
        }
      }
    }
  }

  // Exports, types, directives.

  /** The form that an export's name fits, by its file (`isStrong`), or by whatever it asks for. */
  function exportEntry(name: string, isStrong: boolean): Entry | undefined {
    const found = own
      ?.named('exports', name)
      .concat(own.named('exports', '*'))
      .find(({ form }) => !form.files || form.files.test(path));
    if (found) return found;
    const fits = ({ form: { files, beside, signature } }: Entry): boolean =>
      signature === undefined &&
      (!files || files.test(path)) &&
      (!beside || isBeside(beside)) &&
      (!isStrong || files !== undefined || beside !== undefined);
    return PLATFORM_TABLE.named('exports', name).find(fits) ?? PLATFORM_TABLE.named('exports', '*').find(fits);
  }

  function isBeside(packages: readonly string[]): boolean {
    return source.modules.some((module) => isFrom(module, packages));
  }

  function addExported(value: Value, name: string, entry: Entry | undefined): void {
    if (value.kind === 'function') {
      addExportedFunction(value.node, name, entry);
    } else if (value.kind === 'object') {
      addExportedObject(value.node, name, entry);
    } else if (value.kind === 'namespace') {
      for (const statement of value.node.body?.type === 'TSModuleBlock' ? value.node.body.body : []) {
        const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
        if (declaration?.type === 'FunctionDeclaration' && declaration.id)
          addExportedFunction(declaration as FunctionNode, declaration.id.name, undefined);
      }
    } else if (value.kind === 'class') {
      addMethods(value.node);
    } else if (isClass(value.of)) {
      singletons.add(value.of);
      addMethods(value.of);
    } else {
      for (const [method, fn] of values.prototypeOf(value.of)) if (isFunction(fn)) addEntry(fn, method, 'export');
    }
  }

  function addExportedFunction(fn: FunctionNode, name: string, entry: Entry | undefined, by: NamedBy = 'export'): void {
    const known = byFunction.get(fn);
    if (entry?.form.files && name === 'default' && makesFunctions(fn)) entry = undefined;
    const found =
      known?.entry === 'platform'
        ? { platform: known.platform!, form: { trigger: known.trigger! } }
        : (ownOrStrong(entry) ?? entryOfSignature(fn, name, entry) ?? serverAction(fn));
    if (found) {
      add(fn, exportedName(name, fn), found, by);
      return;
    }
    if (
      !SET_UP_EXPORT.test(name === 'default' ? (functionName(fn) ?? name) : name) ||
      fn.params.some((parameter) => isRequestParameter(parameter, source))
    )
      addEntry(fn, exportedName(name, fn), 'export');
    addReturned(fn, exportedName(name, fn));
  }

  /**
   * What an exported function returns is called elsewhere. A maker of middleware, `export const rateLimit = (max) => (req, res, next) => …`,
   * is itself called while its user's module loads, so that its own variables live on.
   */
  function addReturned(maker: FunctionNode, name: string, depth = 2): void {
    for (const returned of values.returnsOf(maker)) {
      forEachFunction(returned, 1, (fn, key) => {
        if (source.functionOf(fn) !== maker || fn.generator) return;
        addEntry(fn, key ?? name, 'export');
        // `export const limit = (max) => (handler) => async (request) => …`
        if (key === undefined && depth > 1) addReturned(fn, name, depth - 1);
        if (key === undefined && servesRequests(fn) && !maker.async && !servesRequests(maker)) setUps.add(maker);
      });
    }
  }

  /** `module.exports = (db) => ({ find() {…}, save() {…} })`: a module of functions around what it is given, wherever it stands. */
  function makesFunctions(fn: FunctionNode): boolean {
    return (
      !fn.async &&
      values
        .returnsOf(fn)
        .some((returned) =>
          values
            .of(returned)
            .some(
              (value) =>
                value.kind === 'object' &&
                value.node.properties.some((property) => property.type === 'Property' && values.functionsOf(property.value).length > 0),
            ),
        )
    );
  }

  function servesRequests(fn: FunctionNode): boolean {
    const [first] = fn.params;
    return (
      first !== undefined &&
      (isRequestParameter(first, source) ||
        /^_*(event|evt)$/.test(parameterName(first)) ||
        fn.params.slice(1, 3).some((parameter) => parameterName(parameter) === 'next'))
    );
  }

  function ownOrStrong(entry: Entry | undefined): Entry | undefined {
    return entry && (entry.platform === 'settings' || entry.form.files || entry.form.beside) ? entry : undefined;
  }

  function addExportedObject(node: TSESTree.ObjectExpression, name: string, entry: Entry | undefined): void {
    const described = PLATFORM_TABLE.keyed.find(({ form }) => form.keys!.every((key) => propertyValue(node, key) !== undefined));
    const isTable = PLATFORM_TABLE.named('tables', name)[0];
    for (const property of node.properties) {
      if (property.type !== 'Property') continue;
      const key = keyName(property);
      if (key === undefined) continue;
      const inner = unwrap(property.value);
      if (inner.type === 'ObjectExpression') {
        addExportedObject(inner, key, name === 'default' ? undefined : entry);
        continue;
      }
      // `export default { orders }`, where `orders` is a table of functions of its own.
      if (inner.type === 'Identifier') {
        for (const value of values.of(inner)) {
          if (value.kind !== 'object' || partsOfExports.has(value.node)) continue;
          partsOfExports.add(value.node);
          addExportedObject(value.node, key, name === 'default' ? undefined : entry);
        }
      }
      const member = name === 'default' ? memberEntry(key) : undefined;
      for (const fn of values.functionsOf(property.value)) {
        // `module.exports = { a, b }` is a module of helpers, whatever the platform makes of a default export.
        const found =
          member ?? (name === 'default' ? undefined : entry) ?? isTable ?? (described?.form.keys!.includes(key) ? described : undefined);
        if (found) add(fn, described === found ? (routeOfObject(node) ?? key) : key, found, 'export');
        else addExportedFunction(fn, key, undefined);
      }
    }
  }

  function routeOfObject(node: TSESTree.ObjectExpression): string | undefined {
    const method = stringValue(propertyValue(node, 'method'));
    const url = stringValue(propertyValue(node, 'url') ?? propertyValue(node, 'path'));
    return method !== undefined && url !== undefined ? `${method.toUpperCase()} ${url}` : undefined;
  }

  function memberEntry(key: string): Entry | undefined {
    return PLATFORM_TABLE.named('members', key).find(({ form }) => !form.files || form.files.test(path));
  }

  /** `export default withSentry(options, { async fetch(request) {…} })` */
  function addWrappedMembers(value: Node): void {
    const call = unwrap(value);
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return;
    if (PLATFORM_TABLE.named('calls', calleeName(call) ?? '').length > 0) return;
    for (const argument of call.arguments) {
      for (const found of argument.type === 'SpreadElement' ? [] : values.of(argument)) {
        if (found.kind !== 'object') continue;
        for (const property of found.node.properties) {
          const key = property.type === 'Property' ? keyName(property) : undefined;
          const entry = key === undefined ? undefined : memberEntry(key);
          if (entry)
            for (const fn of values.functionsOf((property as TSESTree.Property).value))
              if (fn.params.length > 0) add(fn, key!, entry, 'export');
        }
      }
    }
  }

  /** What a file's convention makes a handler may be wrapped in anything: `export const GET = createRoute({ handler: … })`. */
  function addEverythingIn(value: Node, name: string, entry: Entry): void {
    const inner = unwrap(value);
    if (inner.type !== 'CallExpression') return;
    for (const argument of inner.arguments)
      if (argument.type !== 'SpreadElement')
        forEachFunction(argument, 3, (fn) => add(fn, name === 'default' ? exportedName(name, fn) : name, entry, 'call', inner));
  }

  function addMethods(node: ClassNode): void {
    for (const member of node.body.body) {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
      const key = keyName(member);
      if (key === undefined || key === 'constructor' || !member.value || !isFunction(member.value)) continue;
      if (key.startsWith('#') || member.accessibility === 'private' || member.accessibility === 'protected') continue;
      if (
        (!SET_UP_EXPORT.test(key) || member.value.params.some((parameter) => isRequestParameter(parameter, source))) &&
        !LIFE_CYCLE.test(key)
      )
        addEntry(member.value, key, 'export');
      // `middleware() { return async (request, response, next) => …; }`
      for (const returned of values.returnsOf(member.value)) {
        forEachFunction(returned, 0, (fn) => {
          if (source.functionOf(fn) === member.value && servesRequests(fn)) addEntry(fn, key, 'export');
        });
      }
    }
  }

  function addAnnotated(fn: FunctionNode): void {
    for (const type of declaredTypes(fn)) {
      const entry = entryOfType('types', type);
      if (!entry) continue;
      add(fn, exportedName(undefined, fn), entry, 'export');
      return;
    }
    const action = hasFunctionDirective(fn, 'use server') ? serverAction(fn) : undefined;
    if (action) add(fn, exportedName(undefined, fn), action, 'export');
    if (fn.params.length > 0 && isSetUpByType(fn)) setUps.add(fn);
  }

  function isSetUpByType(fn: FunctionNode): boolean {
    const type = parameterType(fn.params[0]!);
    return type !== undefined && entryOfType('eventTypes', type)?.form.isSetUp === true;
  }

  function entryOfType(way: 'types' | 'eventTypes', type: string): Entry | undefined {
    const last = type.slice(type.lastIndexOf('.') + 1);
    const candidates = [...PLATFORM_TABLE.named(way, type), ...(last === type ? [] : PLATFORM_TABLE.named(way, last))];
    if (candidates.length === 0) return undefined;
    const module = callees.moduleOfName(type.split('.')[0]!);
    return candidates.find(({ form: { from } }) => !from || (module !== undefined && isFrom(module, from)));
  }

  /** What the parameters of an exported function say: their types, and then their names, beside the name of the export. */
  function entryOfSignature(fn: FunctionNode, name: string, named: Entry | undefined): Entry | undefined {
    for (const parameter of fn.params.slice(0, 2)) {
      const type = parameterType(parameter);
      const entry = type === undefined ? undefined : entryOfType('eventTypes', type);
      if (entry && !entry.form.isSetUp) return entry;
    }
    const names = fn.params.map(parameterName);
    const fits = ({ form }: Entry): boolean =>
      names.length >= form.signature!.length &&
      form.signature!.every((pattern, index) => pattern.test(names[index]!)) &&
      (!form.files || form.files.test(path)) &&
      (!form.answers || answersWith(fn, form.answers));
    return (
      PLATFORM_TABLE.named('exports', name).find((entry) => entry.form.signature && fits(entry)) ??
      named ??
      PLATFORM_TABLE.signatures.find(fits)
    );
  }

  function answersWith(fn: FunctionNode, key: string): boolean {
    return (
      fn.async &&
      values
        .returnsOf(fn)
        .some((returned) => values.of(returned).some((value) => value.kind === 'object' && propertyValue(value.node, key) !== undefined))
    );
  }

  function serverAction(fn: FunctionNode): { platform: string; form: Form } | undefined {
    const [first] = source.ast.body;
    if (!(first?.type === 'ExpressionStatement' && first.directive === 'use server') && !hasFunctionDirective(fn, 'use server'))
      return undefined;
    return { platform: isBeside(['@solidjs/', 'solid-js', 'solid-start']) ? 'SolidStart' : 'Next.js', form: SERVER_ACTION };
  }

  /** A function at the top of a file that exports nothing, and that the file does not call: OpenWhisk's `main`. */
  function addTopLevel(): void {
    for (const statement of source.ast.body) {
      if (statement.type !== 'FunctionDeclaration' || !statement.id || !isFunction(statement)) continue;
      const fn: FunctionNode = statement;
      const names = fn.params.map(parameterName);
      const entry = PLATFORM_TABLE.named('topLevel', statement.id.name).find(
        ({ form }) =>
          !form.signature ||
          (names.length >= form.signature.length && form.signature.every((pattern, index) => pattern.test(names[index]!))),
      );
      if (entry && !source.calls.some(({ node }) => values.functionsOf(node.callee).includes(fn)))
        add(fn, statement.id.name, entry, 'export');
    }
  }

  /** A getter or setter runs wherever its property is named. */
  function addAccessor(fn: FunctionNode): void {
    const { parent } = fn;
    if ((parent?.type === 'MethodDefinition' || parent?.type === 'Property') && (parent.kind === 'get' || parent.kind === 'set'))
      addEntry(fn, keyName(parent) ?? 'accessor', 'callback');
  }
}

function parametersOf(form: Form, fn: FunctionNode): readonly ParameterRole[] {
  const { parameters = [] } = form;
  // Express and its like know the handler of errors by its four parameters.
  const isErrorFirst = parameters[1] === 'platform' && fn.params.length === 4 && /^_*(err|error|e)$/.test(parameterName(fn.params[0]!));
  return isErrorFirst ? ['error', ...parameters] : parameters;
}

/** The name of a parameter, empty for a pattern. */
function parameterName(parameter: Node): string {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'Identifier' ? target.name : '';
}

function isThunk(fn: FunctionNode): boolean {
  return fn.params.length === 0 && !fn.async && fn.body.type === 'ObjectExpression';
}

function hasFunctionDirective(fn: FunctionNode, directive: string): boolean {
  if (fn.body.type !== 'BlockStatement') return false;
  const [first] = fn.body.body;
  return first?.type === 'ExpressionStatement' && first.directive === directive;
}
