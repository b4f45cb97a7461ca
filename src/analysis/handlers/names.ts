/**
 * Question: what would a reader call this function?
 *
 *     app.post('/orders', async (c) => …)                 // POST /orders
 *     export const createOrder = onCall(async (r) => …)   // createOrder
 *     app.timer('sweep', { handler: async () => … })      // sweep
 *
 * A route has the name of its route; what is exported has the name of its export; what is registered under a name has that name. Only
 * where nothing is named the call that registers it stands for it.
 */
import {
  calleeName,
  calleeText,
  dottedName,
  isFunction,
  isTransparent,
  keyName,
  propertyName,
  propertyValue,
  receiverOf,
  stringValue,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';

/** Methods that call their callback before they return, or while the module still loads. */
export const RUNS_AT_ONCE =
  /^(map|forEach|filter|reduce|reduceRight|find|findIndex|some|every|flatMap|sort|toSorted|from|fromEntries|replace|replaceAll|then|catch|finally|Promise|onInit|listen|describe|it|test|before|beforeAll|beforeEach|after|afterAll|afterEach|lazy|dynamic|groupBy|mapValues|keyBy|defineConfig|ready|Proxy|connect|initialize|bootstrap|register\w*Hooks|configure\w*|extendTheme|create|transform|refine|superRefine|preprocess|custom|nextTick|describe|defineStore|relations|index|uniqueIndex|pgTable|mysqlTable|sqliteTable|memo|forwardRef|createContext)$/;
const VERBS = /^(get|head|post|put|patch|delete|del|options|all)$/;
const METHODS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ALL)$/i;
/** Keys of an options object that hold the handler itself. */
const HANDLER_KEY = /^(handler|run|execute|callback|fn|func|function|resolve|process)$/;
/** A name that a platform shows for a function, not a path or a schedule. */
const IDENTIFIER = /^[A-Za-z][\w-]*$/;
const LONGEST_LABEL = 40;

/** The name a reader would give a function: its own, its variable's, or its property's. */
export function functionName(fn: FunctionNode): string | undefined {
  return fn.id ? fn.id.name : nameOfHolder(fn);
}

/** What holds a value, also through calls around it: `createOrder` of `exports.createOrder = onCall(fn)`. */
function nameOfHolder(value: Node): string | undefined {
  let node: Node | undefined = value.parent;
  while (node && ((node.type === 'CallExpression' && !RUNS_AT_ONCE.test(calleeName(node) ?? '')) || isTransparent(node)))
    node = node.parent;
  if (node?.type === 'VariableDeclarator') {
    if (node.id.type === 'Identifier') return node.id.name;
    // `const { POST } = serve(fn)`
    const [first, ...others] = node.id.type === 'ObjectPattern' ? node.id.properties : [];
    return first?.type === 'Property' && others.length === 0 ? keyName(first) : undefined;
  }
  if (node?.type === 'Property' || node?.type === 'MethodDefinition' || node?.type === 'PropertyDefinition') return keyName(node);
  if (node?.type === 'AssignmentExpression') {
    const { root, path } = dottedName(node.left);
    return path.at(-1) ?? (root.type === 'Identifier' ? root.name : undefined);
  }
  return undefined;
}

/** `POST /orders` of a call that adds a route. */
export function routeName(call: CallNode, method: string): string | undefined {
  const [first, second] = call.arguments;
  const text = stringValue(first as Node | undefined);
  if (method === 'on' && text !== undefined && METHODS.test(text)) return routeText(text, stringValue(second as Node | undefined));
  if (VERBS.test(method)) return routeText(method === 'del' ? 'delete' : method, text ?? pathOfChain(call));
  const route = propertyValue(first as Node | undefined, 'method');
  const path = propertyValue(first as Node | undefined, 'url') ?? propertyValue(first as Node | undefined, 'path');
  const verb = stringValue(route);
  return verb !== undefined && METHODS.test(verb) ? routeText(verb, stringValue(path)) : undefined;
}

/** `app.route('/orders').get(…)` */
function pathOfChain(call: CallNode): string | undefined {
  for (let receiver = receiverOf(call); receiver?.type === 'CallExpression'; receiver = receiverOf(receiver)) {
    if (calleeName(receiver) === 'route') return stringValue(receiver.arguments[0] as Node | undefined);
  }
  return undefined;
}

function routeText(method: string, path: string | undefined): string | undefined {
  return path !== undefined && path.length <= LONGEST_LABEL ? `${method.toUpperCase()} ${path || '/'}` : undefined;
}

/** The name under which a call registers a function: its id, what holds its result, or the function's own. */
export function registeredName(call: CallNode, value: Node, key: string | undefined): string {
  if (key !== undefined && !HANDLER_KEY.test(key)) return METHODS.test(key) ? methodOfRoute(value, key) : key;
  const holder = nameOfHolder(call);
  return (
    fieldOf(value, key) ??
    idOf(call) ??
    (holder === 'exports' || holder === 'default' ? undefined : holder) ??
    ownName(value) ??
    key ??
    labelOf(call)
  );
}

/** The name of a function that a method of an app or a bot gets: what the method gives back is the app again. */
export function listenerName(call: CallNode, value: Node, key: string | undefined): string {
  if (key !== undefined && !HANDLER_KEY.test(key)) return METHODS.test(key) ? methodOfRoute(value, key) : key;
  const method = calleeName(call) ?? '';
  return (
    fieldOf(value, key) ??
    ownName(value) ??
    (VERBS.test(method) && stringValue(call.arguments[0] as Node) === undefined ? method.toUpperCase() : labelOf(call))
  );
}

/** `order` of `{ order: { type: Order, resolve: fn } }`; `handlers` names none. */
function fieldOf(value: Node, key: string | undefined): string | undefined {
  const field = key === undefined ? undefined : value.parent?.parent?.parent;
  const name = field?.type === 'Property' ? keyName(field) : undefined;
  return name === 'handlers' ? undefined : name;
}

/** The name of a function that is declared for itself, or that comes from elsewhere. */
export function ownName(value: Node): string | undefined {
  if (!isFunction(value))
    return value.type === 'MemberExpression' ? propertyName(value) : value.type === 'Identifier' ? value.name : undefined;
  return value.id?.name ?? (value.parent?.type === 'VariableDeclarator' ? functionName(value) : undefined);
}

/** `{ '/orders': { POST: fn } }` */
function methodOfRoute(value: Node, key: string): string {
  const route = value.parent?.parent?.parent;
  const path = route?.type === 'Property' ? keyName(route) : undefined;
  return path?.startsWith('/') ? `${key} ${path}` : key;
}

function idOf(call: CallNode): string | undefined {
  const first = call.arguments[0] as Node | undefined;
  const id = stringValue(first) ?? stringValue(propertyValue(first, 'id'));
  return id !== undefined && id.length <= LONGEST_LABEL && IDENTIFIER.test(id) ? id : undefined;
}

/** `bot.command('order')`, `app.use`. */
export function labelOf(call: CallNode): string {
  const text = calleeText(call);
  const name = text === undefined || text.startsWith('.') ? (calleeName(call) ?? 'callback') : text;
  const first = stringValue(call.arguments[0] as Node | undefined);
  return first !== undefined && first.length <= LONGEST_LABEL ? `${name}('${first}')` : name;
}

export function exportedName(name: string | undefined, fn: FunctionNode): string {
  if (name !== undefined && name !== 'default') return name;
  const own = functionName(fn);
  return (own === 'exports' ? undefined : own) ?? (name === 'default' ? 'default export' : 'handler');
}
