/**
 * Question: where does a value come from?
 *
 *     const { id } = JSON.parse(event.body);        // request
 *     const key = await loadKey(process.env.KEY);   // external, load
 *
 * A value may have several origins. They are traced backwards through locals, destructuring, loops, templates, calls (a result has
 * the origins of its arguments, and `external` where it is awaited), and parameters of local functions.
 *
 * A local container has the origins of what is put into it. Knowingly missed: which element has which origin; a call of an unknown
 * function is taken to return something made of its arguments.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  calleeText,
  isFunction,
  outermost,
  propertyName,
  receiverOf,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import { isRequestParameter, type Handler } from './handlers.js';
import { importedAs } from './imports.js';
import type { FileAnalysis } from './index.js';
import type { ParameterRole } from './platforms/index.js';
import type { Variable } from './source-index.js';

export type Origin =
  /** Written down in the code. */
  | 'constant'
  /** Computed while the module loads, or read from the environment. */
  | 'load'
  /** From a handler's parameters, or from a call that reads the current request. */
  | 'request'
  /** Awaited from outside the process. */
  | 'external'
  | 'time'
  /** New on each evaluation: a random number, a UUID. */
  | 'fresh'
  /** From a mutable module binding. */
  | 'state'
  /** From a parameter of a function whose callers are in other files. */
  | 'caller'
  /** From a caught error. */
  | 'error'
  | 'unknown';

export type Origins = ReadonlySet<Origin>;

export interface OriginTracer {
  readonly of: (node: Node) => Origins;
}

const REQUEST_READERS =
  /^(headers|cookies|draftMode|auth|currentUser|getServerSession|getSession|getRequestEvent|getWebRequest|getRequest|useRequest|getRequestHeaders?|getHeaders?|getCookies?|getQuery|readBody|readFormData|readMultipartFormData|readRawBody|readValidatedBody|getRouterParams?|getRequestURL|getRequestIP|useSession|requireUser\w*|requireAuth\w*|requireSession\w*|getCurrentUser|getAuth|getUser|getToken|getInvocationContext)$/;
/** Packages whose functions of such names give a client of the application: `getAuth()` of Firebase. */
const NO_REQUEST_READERS = /^(@?firebase)/;
/** Functions that read what a request carries: `getRawBody(req, done)`, `await parseMultipart(event)`. */
const BODY_READER = /body|multipart|^(json|text|buffer|urlencoded)$|^(read|parse)(Json|Form|Text|Payload)/i;
const TIME =
  /^(Date\.now|performance\.now|process\.hrtime(\.bigint)?|process\.uptime|Temporal\.Now\.\w+|dayjs|moment|DateTime\.(now|utc|local))$/;
const FRESH =
  /(^|\.)(randomUUID|uuid|uuidv[1-9]|v[147]|nanoid|cuid|ulid|ksuid|createId|randomBytes|randomInt|random|getRandomValues|generateId)$/;
/** Where the platform's table does not say it: parameters of a handler after the first that belong to the platform. */
const PLATFORM_PARAMETER =
  /^_?(env|environment|bindings|executionCtx|res|response|reply|next|callback|cb|done|logger|log|client|say|ack|respond|db|prisma)$/i;
/** Handed on as a whole it configures a client; its members other than the environment belong to the invocation. */
const CONTEXT_PARAMETER = /^_?(ctx|context)$/;
const ENV_MEMBER = /^(env|Bindings|platform|executionCtx|waitUntil|config|app)$/;
/** How an event source or a function is configured: the same for every event that it sends. */
const CONFIGURED_MEMBER = /^(eventSourceARN|awsRegion|functionName|functionVersion|invokedFunctionArn|memoryLimitInMB|logGroupName)$/;
const CONFIGURED_EVENT = /^(cron|schedule|queue)$/;
const ITERATORS = /^(map|forEach|filter|reduce|reduceRight|find|findIndex|findLast|some|every|flatMap|sort|then|from|entries|values)$/;

/** Thousands of functions that hand a value on to each other would exhaust the stack: beyond so many steps it is unknown. */
const LONGEST_TRACE = 300;

const EMPTY: Origins = new Set();
const single = new Map<Origin, Origins>();
const only = (origin: Origin): Origins => single.get(origin)!;
for (const origin of ['constant', 'load', 'request', 'external', 'time', 'fresh', 'state', 'caller', 'error', 'unknown'] as const)
  single.set(origin, new Set([origin]));

function union(...sets: readonly Origins[]): Origins {
  const filled = sets.filter((set) => set.size > 0);
  if (filled.length === 0) return EMPTY;
  const [first, ...rest] = filled;
  if (rest.every((set) => set === first || [...set].every((origin) => first!.has(origin)))) return first!;
  return new Set(filled.flatMap((set) => [...set]));
}

function without(origins: Origins, unwanted: Origin): Origins {
  return new Set([...origins].filter((origin) => origin !== unwanted));
}

export function createOriginTracer({
  source,
  values,
  handlers,
  reach,
  reachesOwnStore,
}: Pick<FileAnalysis, 'source' | 'values' | 'handlers' | 'reach' | 'reachesOwnStore'>): OriginTracer {
  const known = new Map<Node, Origins>();
  const knownVariables = new Map<Variable, Origins>();
  let depth = 0;

  const of = (node: Node): Origins => {
    const expression = unwrap(node);
    const cached = known.get(expression);
    if (cached) return cached;
    if (depth >= LONGEST_TRACE) return only('unknown');
    known.set(expression, EMPTY); // cuts cycles
    depth += 1;
    const origins = trace(expression);
    depth -= 1;
    known.set(expression, origins);
    return origins;
  };
  const ofAll = (nodes: readonly (Node | null)[]): Origins => union(...nodes.map((node) => (node ? of(node) : EMPTY)));

  const trace = (node: Node): Origins => {
    switch (node.type) {
      case 'Literal':
        return only('constant');
      case 'Identifier':
        return ofIdentifier(node);
      case 'TemplateLiteral':
        return node.expressions.length === 0 ? only('constant') : ofAll(node.expressions);
      case 'TaggedTemplateExpression':
        return ofAll(node.quasi.expressions);
      case 'MemberExpression':
        return ofMember(node);
      case 'AwaitExpression':
        return ofAwaited(node);
      case 'CallExpression':
      case 'NewExpression':
        return ofCall(node);
      case 'ConditionalExpression':
        // What is drawn by lot is new each time, whichever branch is a constant.
        return union(of(node.consequent), of(node.alternate), of(node.test).has('fresh') ? only('fresh') : EMPTY);
      case 'LogicalExpression':
        return ofAll([node.left, node.right]);
      case 'BinaryExpression':
        if (!isComparison(node.operator)) return ofAll([node.left as Node, node.right]);
        // A comparison says little of what is compared, but who was asked for it stays known.
        for (const origin of ['fresh', 'external'] as const)
          if (of(node.left as Node).has(origin) || of(node.right).has(origin)) return only(origin);
        return only('constant');
      case 'UnaryExpression':
        return node.operator === 'typeof' || node.operator === '!' ? only('constant') : of(node.argument);
      case 'UpdateExpression':
        return of(node.argument);
      case 'AssignmentExpression':
        return of(node.right);
      case 'SequenceExpression':
        return of(node.expressions[node.expressions.length - 1]!);
      case 'ObjectExpression':
        return node.properties.length === 0
          ? only('constant')
          : union(
              ...node.properties.map((property) =>
                property.type === 'SpreadElement'
                  ? of(property.argument)
                  : isFunction(property.value)
                    ? only('constant')
                    : of(property.value),
              ),
            );
      case 'ArrayExpression':
        return node.elements.length === 0 ? only('constant') : ofAll(node.elements);
      case 'SpreadElement':
        return of(node.argument);
      case 'YieldExpression':
        return node.argument ? of(node.argument) : only('unknown');
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'ClassExpression':
        return only('constant');
      case 'ThisExpression':
        return only('state');
      // What is loaded at run time stands in a file, and can be loaded again.
      case 'ImportExpression':
        return only('external');
      case 'MetaProperty':
        return only('load');
      default:
        return only('unknown');
    }
  };

  const ofIdentifier = (node: TSESTree.Identifier): Origins => {
    if (node.name === 'undefined' || node.name === 'NaN' || node.name === 'Infinity') return only('constant');
    const variable = source.variableOf(node);
    return variable ? ofVariable(variable) : only('unknown');
  };

  const ofVariable = (variable: Variable): Origins => {
    const cached = knownVariables.get(variable);
    if (cached) return cached;
    knownVariables.set(variable, EMPTY);
    const origins = traceVariable(variable);
    knownVariables.set(variable, origins);
    return origins;
  };

  const traceVariable = (variable: Variable): Origins => {
    const definition = variable.defs[0];
    if (!definition) return only('unknown');
    switch (definition.type as string) {
      case 'ImportBinding':
      case 'FunctionName':
      case 'ClassName':
      case 'TSEnumName':
        return only('load');
      case 'CatchClause':
        return only('error');
      case 'Parameter':
        return ofParameter(definition.node as FunctionNode, definition.name as Node);
      case 'Variable':
        break;
      default:
        return only('unknown');
    }
    if (source.isModuleLevel(variable) && isChangedLater(variable)) return only('state');
    const declarator = definition.node as TSESTree.VariableDeclarator;
    const loop = declarator.parent?.parent;
    const isLoopVariable = (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.left === declarator.parent;
    const own = isLoopVariable
      ? union(of(loop.right), loop.type === 'ForOfStatement' && loop.await ? only('external') : EMPTY)
      : declarator.init
        ? ofDestructured(declarator.id, declarator.init, definition.name as Node)
        : EMPTY;
    const writtenBy: Origins[] = [];
    for (const reference of variable.references) {
      if (!reference.isWrite() || reference.init) continue;
      if (writtenBy.length < 12 && reference.writeExpr) writtenBy.push(of(reference.writeExpr as Node));
    }
    if (source.isModuleLevel(variable)) {
      const load = union(own, ...writtenBy);
      return load.size === 1 && load.has('constant') ? load : only('load');
    }
    const origins = union(own, ...writtenBy, ...(declarator.init && isContainer(declarator.init) ? ofContents(variable) : []));
    return origins.size > 0 ? origins : only('constant');
  };

  const isChangedLater = (variable: Variable): boolean =>
    variable.references.some(
      (reference) => reference.isWrite() && !reference.init && source.functionOf(reference.identifier as Node) !== null,
    );

  /** `const rows = []; for (…) rows.push(await load(id))`: a local container has the origins of what is put into it. */
  const ofContents = (variable: Variable): Origins[] => {
    const found: Origins[] = [];
    for (const { identifier } of variable.references) {
      if (found.length === 12) break;
      const put = putInto(identifier as Node);
      if (put) found.push(of(put));
    }
    return found;
  };

  /** `const { env, ...body } = source`: names that belong to the platform are not request data. */
  const ofDestructured = (pattern: Node, init: Node, name: Node): Origins => {
    const origins = of(init);
    if (pattern.type === 'ObjectPattern' && origins.has('request')) {
      for (const property of pattern.properties) {
        if (
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          ENV_MEMBER.test(property.key.name) &&
          containsName(property.value, name)
        )
          return only('load');
      }
    }
    return origins;
  };

  const ofMember = (node: TSESTree.MemberExpression): Origins => {
    const name = propertyName(node);
    const object = unwrap(node.object);
    if (object.type === 'Identifier' && object.name === 'process' && name === 'env') return only('load');
    if (object.type === 'MetaProperty') return only('load');
    const origins = of(object);
    if (name !== undefined && ENV_MEMBER.test(name) && name !== 'app' && name !== 'config' && origins.has('request')) return only('load');
    // Frameworks call the functions of a table with the request on `this`: `this.event`, `this.request`.
    if (
      object.type === 'ThisExpression' &&
      name !== undefined &&
      /^(event|request|req|ctx)$/.test(name) &&
      source.ownerOfThis.get(object)?.type === 'ObjectExpression'
    )
      return only('request');
    if (object.type === 'ThisExpression') return only('state');
    if (object.type === 'Identifier' && name !== undefined) {
      const role = roleOf(object);
      if (role === 'context' || (role === 'request' && CONTEXT_PARAMETER.test(object.name)))
        return only(ENV_MEMBER.test(name) || CONFIGURED_MEMBER.test(name) ? 'load' : 'request');
      // `controller.cron`, `batch.queue`
      if (role === 'request' && CONFIGURED_EVENT.test(name) && /^(schedule|queue)$/.test(handlerOfParameter(object)?.trigger ?? ''))
        return only('load');
    }
    if (name !== undefined && CONFIGURED_MEMBER.test(name) && origins.has('request')) return only('load');
    // Drawn by lot: new each time, but still what the outside has given.
    if (node.computed && of(node.property).has('fresh'))
      return origins.has('external') ? union(only('external'), only('fresh')) : only('fresh');
    // Reading a module table by a key of the request gives what the table holds, not request data; the key only selects.
    if (node.computed && !origins.has('request')) return origins;
    return origins;
  };

  const ofAwaited = (node: TSESTree.AwaitExpression): Origins => {
    const argument = unwrap(node.argument);
    const origins = of(argument);
    // `await sql`…`` asks a database.
    if (argument.type === 'TaggedTemplateExpression') return union(origins, only('external'));
    if (argument.type !== 'CallExpression') return origins;
    if (readsRequest(argument) || readsBody(argument)) return only('request');
    const local = reach.calleesOf(argument);
    if (local.length > 0) return origins;
    return isRequestMethod(argument) ? origins : union(origins, only('external'));
  };

  const handlerOfParameter = (identifier: Node): Handler | undefined => {
    const definition = source.variableOf(identifier)?.defs[0];
    const handler = definition?.type === 'Parameter' ? handlers.byFunction.get(definition.node as FunctionNode) : undefined;
    return handler?.entry === 'platform' ? handler : undefined;
  };

  /** What a name holds that is itself a parameter of a handler. */
  const roleOf = (identifier: TSESTree.Identifier): ParameterRole | undefined => {
    const handler = handlerOfParameter(identifier);
    const name = source.variableOf(identifier)?.defs[0]?.name;
    const index =
      handler?.fn.params.findIndex(
        (parameter) => parameter === name || (parameter.type === 'AssignmentPattern' && parameter.left === name),
      ) ?? -1;
    return index < 0 ? undefined : (handler!.parameters[index] ?? roleByName(handler!.fn.params[index]!, index));
  };

  /** `await req.json()` reads the request; it does not ask the outside. */
  const isRequestMethod = (call: CallNode): boolean => {
    const receiver = receiverOf(call);
    return (
      receiver !== undefined &&
      /^(json|text|formData|arrayBuffer|blob|bytes|body|parseBody|param|query|valid)$/.test(calleeName(call) ?? '') &&
      of(receiver).has('request') &&
      !of(receiver).has('external')
    );
  };

  const readsRequest = (call: CallNode): boolean => {
    const callee = unwrap(call.callee);
    return (
      callee.type === 'Identifier' &&
      REQUEST_READERS.test(callee.name) &&
      reach.calleesOf(call).length === 0 &&
      !NO_REQUEST_READERS.test(importedFrom(callee) ?? '')
    );
  };

  /** A function of another file is given the request itself, and gives what it carries. */
  const readsBody = (call: CallNode): boolean => {
    const isRequest = (argument: Node): boolean => argument.type === 'Identifier' && roleOf(argument) === 'request';
    return BODY_READER.test(calleeName(call) ?? '') && call.arguments.some(isRequest) && reach.calleesOf(call).length === 0;
  };

  const importedFrom = (identifier: Node): string | undefined => importedAs(source.variableOf(identifier))?.module;

  const ofCall = (node: CallNode): Origins => {
    const text = calleeText(node) ?? '';
    const name = calleeName(node) ?? '';
    if (TIME.test(text) || (node.type === 'NewExpression' && text === 'Date' && node.arguments.length === 0)) return only('time');
    if (FRESH.test(text) && !node.arguments.some((argument) => argument.type !== 'SpreadElement' && of(argument).has('request')))
      return only('fresh');
    if (readsRequest(node)) return only('request');
    if (text === 'require') return only('load');
    // What a file says is not what its name says.
    if (/^(readFile|readdir)(Sync)?$/.test(name)) return only('external');
    const callees = node.type === 'CallExpression' ? reach.calleesOf(node) : [];
    if (callees.length > 0) {
      const results = callees.flatMap(values.returnsOf);
      const origins = ofAll(results);
      if (
        origins.has('request') &&
        origins.size > 1 &&
        !node.arguments.some((argument) => of(argument).has('request')) &&
        callees.every(isGivenRequest)
      )
        return without(origins, 'request');
      if (origins.size > 0) return origins;
    }
    const receiver = receiverOf(node);
    const receiverOrigins = receiver ? of(receiver) : EMPTY;
    const argumentOrigins = node.arguments.map((argument) =>
      isFunction(argument)
        ? ITERATORS.test(name)
          ? ofAll(argument.body.type === 'BlockStatement' ? [] : [argument.body])
          : EMPTY
        : of(argument),
    );
    const origins = union(
      receiverOrigins.size === 1 && receiverOrigins.has('load') && argumentOrigins.some((set) => set.size > 0) ? EMPTY : receiverOrigins,
      ...argumentOrigins,
    );
    if (isFunction(unwrap(node.callee))) return union(origins, only('unknown'));
    // Not every store is awaited.
    if (node.type === 'CallExpression' && reachesOwnStore(node) && source.functionOf(node) !== null)
      return union(origins, only('external'));
    return origins.size > 0 ? origins : only(node.type === 'NewExpression' ? 'constant' : 'unknown');
  };

  /** Some caller hands the request to a function that does not read it by itself: what the others get from it is not of the request. */
  const isGivenRequest = (fn: FunctionNode): boolean => {
    if (source.functionOf(fn) !== null || handlers.byFunction.get(fn)?.entry === 'platform') return false;
    const isGiven = fn.params.some((parameter) => parameter.type === 'Identifier' && ofParameter(fn, parameter).has('request'));
    return isGiven && !source.calls.some(({ node, from }) => from === fn && readsRequest(node));
  };

  const ofParameter = (fn: FunctionNode, name: Node): Origins => {
    if (!isFunction(fn)) return only('unknown');
    const index = fn.params.findIndex((parameter) => containsName(parameter, name));
    const parameter = fn.params[index];
    if (!parameter) return only('unknown');
    const handler = handlers.byFunction.get(fn);
    const found: Origins[] = [];
    if (handler) {
      if (handler.entry === 'platform') {
        const role = handler.parameters[index] ?? roleByName(parameter, index);
        const isWhole = parameter.type !== 'ObjectPattern';
        const isPlatform = role === 'platform' || (isWhole ? role === 'context' : isEnvPick(parameter, name));
        found.push(only(role === 'error' ? 'error' : isPlatform ? 'load' : 'request'));
      } else {
        found.push(only(handler.entry === 'timer' ? 'unknown' : isRequestParameter(parameter, source) ? 'request' : 'caller'));
      }
    }
    for (const { node } of reach.callersOf(fn).slice(0, 20)) {
      const argument = node.arguments[index];
      if (argument && argument.type !== 'SpreadElement') found.push(of(argument));
      else if (node.arguments.some((candidate) => candidate.type === 'SpreadElement')) found.push(only('unknown'));
      else if (parameter.type === 'AssignmentPattern') found.push(of(parameter.right));
    }
    const passedTo = outermost(fn).parent;
    if (passedTo?.type === 'CallExpression' && passedTo.callee !== fn && !handler) found.push(ofCallbackParameter(passedTo, index));
    else if (found.length === 0 && passedTo?.type === 'NewExpression') found.push(only('unknown'));
    const origins = union(...found);
    return origins.size > 0 ? origins : only('unknown');
  };

  /** The parameter of a callback: an element of the iterated value, the result of a promise, or something external. */
  const ofCallbackParameter = (call: TSESTree.CallExpression, index: number): Origins => {
    const name = calleeName(call) ?? '';
    const receiver = receiverOf(call);
    if (name === 'catch') return only('error');
    if (readsBody(call)) return only('request');
    if (receiver && ITERATORS.test(name)) {
      const origins = of(receiver);
      return name === 'then'
        ? index === 0
          ? isRequestThen(receiver)
            ? origins
            : union(origins, only('external'))
          : only('error')
        : origins;
    }
    const origins = ofAll(call.arguments.filter((argument) => !isFunction(argument)));
    return union(origins, receiver ? of(receiver) : EMPTY, only('external'));
  };
  const isRequestThen = (receiver: Node): boolean => receiver.type === 'CallExpression' && isRequestMethod(receiver);

  return { of };
}

function isContainer(init: Node): boolean {
  const value = unwrap(init);
  return (
    value.type === 'ArrayExpression' ||
    value.type === 'ObjectExpression' ||
    (value.type === 'NewExpression' && /^(Map|Set|Array)$/.test(calleeText(value) ?? ''))
  );
}

/** The value that is put into the container that an identifier names: `rows.push(v)`, `rows[key] = v`, `seen.set(key, v)`. */
function putInto(identifier: Node): Node | undefined {
  const member = outermost(identifier).parent;
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== identifier) return undefined;
  const outer = outermost(member).parent;
  if (outer?.type === 'AssignmentExpression' && unwrap(outer.left) === member) return outer.right;
  if (outer?.type !== 'CallExpression' || unwrap(outer.callee) !== member) return undefined;
  const name = propertyName(member) ?? '';
  const value = /^(push|unshift|add)$/.test(name) ? outer.arguments[0] : name === 'set' ? outer.arguments[1] : undefined;
  return value?.type === 'SpreadElement' ? value.argument : value;
}

function isComparison(operator: string): boolean {
  return /^([=!]==?|[<>]=?|in|instanceof)$/.test(operator);
}

function roleByName(parameter: Node, index: number): ParameterRole {
  const name = parameter.type === 'Identifier' ? parameter.name : '';
  if (index === 0) return 'request';
  return CONTEXT_PARAMETER.test(name) ? 'context' : PLATFORM_PARAMETER.test(name) ? 'platform' : 'request';
}

/** `{ env, request }`: whether a name comes out of a property of a handler's parameter that belongs to the platform. */
function isEnvPick(pattern: TSESTree.ObjectPattern, name: Node): boolean {
  return pattern.properties.some(
    (property) =>
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      ENV_MEMBER.test(property.key.name) &&
      containsName(property.value, name),
  );
}

export function containsName(pattern: Node, name: Node): boolean {
  if (pattern === name) return true;
  switch (pattern.type) {
    case 'AssignmentPattern':
      return containsName(pattern.left, name);
    case 'RestElement':
      return containsName(pattern.argument, name);
    case 'ObjectPattern':
      return pattern.properties.some((property) => containsName(property.type === 'Property' ? property.value : property, name));
    case 'ArrayPattern':
      return pattern.elements.some((element) => element !== null && containsName(element, name));
    case 'TSParameterProperty':
      return containsName(pattern.parameter, name);
    default:
      return false;
  }
}
