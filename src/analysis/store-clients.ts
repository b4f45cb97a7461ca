/**
 * Question: which external store does an expression talk to?
 *
 *     const orders = mongo.db('shop').collection('orders');   // MongoDB
 *     await orders.insertOne(order);                          // a call of MongoDB
 *     await env.LINKS.put(slug, url);                         // Workers KV
 *     await db.user.create(…);                                // whatever `db` of './db' is: the review joins the files
 *
 * A client is followed through names, fields, typed parameters, functions of the file that return it, and the steps that lead from a
 * client to a part of the store. What an operation answers is data, and no client any more.
 *
 * Knowingly missed: clients that arrive in containers, in untyped parameters, or in the context of a framework.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { StatelessSettings } from '../settings.js';
import {
  calleeName,
  calleeText,
  dottedName,
  isClass,
  isFunction,
  keyInPattern,
  keyName,
  propertyName,
  receiverOf,
  unwrap,
  type CallNode,
  type ClassNode,
  type Node,
} from './ast.js';
import { BOUND_STORES, EXTERNAL_STORES, type ExternalStore, type StoreKind } from './external-stores.js';
import { importedAs, loadedModule } from './imports.js';
import type { FileAnalysis } from './index.js';
import { createLibraries, type LibraryExport } from './library-exports.js';
import type { SourceIndex, Variable } from './source-index.js';
import type { Values } from './values.js';

/** A store of the table, with the module that it came from. */
export interface KnownStore {
  readonly name: string;
  readonly kind: StoreKind;
  readonly module: string;
  /** The export that the client was made of: `S3Client`, `Ratelimit`. */
  readonly path: string;
}

/** Something of another file of the project, which may be a client. */
export interface ProjectExport {
  readonly specifier: string;
  readonly name: string;
}

export type StoreTarget =
  | { readonly store: KnownStore; readonly project?: undefined; readonly binding?: undefined }
  | { readonly project: ProjectExport; readonly store?: undefined; readonly binding?: undefined }
  /** A binding of the platform, whose kind its use may have to tell. */
  | { readonly binding: string; readonly store?: undefined; readonly project?: undefined };

export interface StoreClients {
  /** What a value is a client of. */
  readonly clientOf: (node: Node) => StoreTarget | undefined;
  /** What a call reaches: its receiver, the command that it sends, or the export that is called. */
  readonly targetOf: (call: CallNode) => StoreTarget | undefined;
  /** Whether a call only makes a client, or leads from a client to a part of its store. */
  readonly isConstruction: (call: CallNode) => boolean;
  /** What a variable was imported as from another file of the project. */
  readonly projectExportOf: (variable: Variable) => ProjectExport | undefined;
}

const MOST_STEPS = 12;
/** Exports of drivers that are values, types and errors: no call of theirs reaches a store. */
const NO_CLIENT =
  /(^|\.)(ObjectId|ObjectID|Types|Timestamp|FieldValue|FieldPath|GeoPoint|Prisma|Schema|Decimal\w*|Binary|Long|UUID|Double|Int32|types|isValidObjectId|QueryTypes|DataTypes|Op|literal|fn|col|CompressionTypes|logLevel|StringCodec|JSONCodec|\w+(Error|Exception|Command|Input|Output)|marshall|unmarshall|parse\w*|revalidate\w*)(\.|$)/;
/** Calls on an export of a driver that are operations: everything else makes a client. */
const BARE_OPERATION =
  /^(put|get|getAll|has|del|delete|list|head|copy|move|rename|set|upload|uploadString|uploadBytes|getDownloadURL|addDoc|setDoc|updateDoc|deleteDoc|getDocs?|runTransaction|send|publish|query|sql|createPresignedPost|getSignedUrl|start|generateClientTokenFromReadWriteToken|handleUpload)$/;
/** Steps from a client to a part of its store, or to a client with more abilities. */
const STEP =
  /^(collection|doc|table|into|container|containers|items?|database|databases|db|bucket|file|from|ref|child|model|models|connection|schema|queue|topic|subscription|channel|createChannel|createConfirmChannel|producer|consumer|createSender|createReceiver|createMessageBatch|duplicate|multi|pipeline|batch|extends|\$extends|withConverter|withSession|use|partition|pool|scope|of|getRepository|getCustomRepository|forRoot|get(Db|DB|Database|Collection|Connection|Client|Bucket|Table|Store|Container|Queue|Model)|get\w+(Client|Collection|Repository|Container|Database|Stub)|with\w+|idFromName|storage|firestore|blob)$/;
/** Awaited methods that answer with a client. */
const CONNECTS =
  /^(connect|getConnection|createConnection|createPool|acquire|open|initialize|init|reserve|createChannel|createConfirmChannel|authenticate|startSession|getStore|forFile)$/;
const MAKES_CLIENT = /^(create|connect|open)|(Db|DB|Database|Client|Connection|Pool|Store|Redis|Repository|Queue|Bucket|Collection)$/;
/** Functions that give back what they are handed, with tracing or a schema around it. */
const WRAPS = /^(capture\w*|instrument\w*|wrap\w*|trace\w*|promisify\w*|drizzle|Proxy|markRaw|from)$/;
const GLOBAL_CLIENT = /^(Deno|caches|env|require|self|globalThis|global)$/;
const PROJECT_MODULE = /^(\.{1,2}(\/|$)|[@~#]\/|[$]lib\/|src\/|#\w)/;

const byModule = new Map<string, ExternalStore[]>();
for (const store of EXTERNAL_STORES) {
  for (const name of store.modules) {
    const rows = byModule.get(name);
    if (rows) rows.push(store);
    else byModule.set(name, [store]);
  }
}

function isStoreModule(specifier: string): boolean {
  return byModule.has(specifier);
}

export function createStoreClients(source: SourceIndex, values: Values, settings: StatelessSettings): StoreClients {
  const libraries = createLibraries({ source });
  const known = new Map<Node, StoreTarget | undefined>();
  const knownVariables = new Map<Variable, StoreTarget | undefined>();

  const clientOf = (node: Node, steps = MOST_STEPS): StoreTarget | undefined => {
    const expression = unwrap(node);
    if (steps === 0) return undefined;
    if (known.has(expression)) return known.get(expression);
    known.set(expression, undefined); // cuts cycles
    const found = compute(expression, steps - 1);
    known.set(expression, found);
    return found;
  };

  const compute = (node: Node, steps: number): StoreTarget | undefined => {
    switch (node.type) {
      case 'Identifier': {
        const variable = source.variableOf(node);
        return variable && ofVariable(variable, steps);
      }
      case 'MemberExpression':
        return ofMember(node, steps);
      case 'CallExpression':
      case 'NewExpression':
        return madeBy(node, steps);
      case 'AwaitExpression': {
        const call = unwrap(node.argument);
        if (call.type !== 'CallExpression') return clientOf(node.argument, steps);
        if (CONNECTS.test(calleeName(call) ?? '')) return chainOf(call, steps) ?? clientOf(call, steps);
        // A query is awaited at its last step: `await db.select().from(users)`.
        return receiverOf(call) && STEP.test(calleeName(call) ?? '') ? undefined : clientOf(call, steps);
      }
      case 'LogicalExpression':
        return clientOf(node.left, steps) ?? clientOf(node.right, steps);
      case 'ConditionalExpression':
        return clientOf(node.consequent, steps) ?? clientOf(node.alternate, steps);
      case 'AssignmentExpression':
        return clientOf(node.right, steps);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return node.superClass ? clientOf(node.superClass, steps) : undefined;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return isFunction(node) ? firstOf(values.returnsOf(node), steps) : undefined;
      default:
        return undefined;
    }
  };

  /** What a method is called on: each link of a chain of calls leads on to the client at its root. */
  const chainOf = (node: Node, steps: number): StoreTarget | undefined => {
    let link = unwrap(node);
    for (let rest = 40; rest > 0; rest -= 1) {
      const target = clientOf(link, steps);
      if (target) return target;
      if (link.type === 'CallExpression') {
        const next = receiverOf(link);
        if (!next) return undefined;
        link = next;
      } else if (link.type === 'MemberExpression') {
        link = unwrap(link.object);
      } else if (link.type === 'AwaitExpression') {
        link = unwrap(link.argument);
      } else {
        return undefined;
      }
    }
    return undefined;
  };

  const firstOf = (nodes: readonly Node[], steps: number): StoreTarget | undefined => {
    for (const node of nodes) {
      const target = clientOf(node, steps);
      if (target) return target;
    }
    return undefined;
  };

  const ofVariable = (variable: Variable, steps: number): StoreTarget | undefined => {
    if (knownVariables.has(variable)) return knownVariables.get(variable);
    knownVariables.set(variable, undefined); // cuts cycles
    const found = computeVariable(variable, steps);
    knownVariables.set(variable, found);
    return found;
  };

  const computeVariable = (variable: Variable, steps: number): StoreTarget | undefined => {
    const definition = variable.defs[0];
    if (!definition) return undefined;
    const project = projectExportOf(variable);
    if (project) return ofSetting(project.specifier) ?? { project };
    const node = definition.node as Node;
    const library = libraries.exportOf(definition.name as Node);
    const store = library && !library.path.includes('()') ? storeOf(library, undefined) : undefined;
    if (store) return { store };
    if (isClass(node) || (isFunction(node) && definition.type === 'FunctionName')) return clientOf(node, steps);
    if (definition.type === 'Parameter') return ofType((definition.name as TSESTree.Identifier).typeAnnotation?.typeAnnotation);
    if (node.type !== 'VariableDeclarator') return undefined;
    const name = definition.name as TSESTree.Identifier;
    const typed = ofType(name.typeAnnotation?.typeAnnotation);
    if (typed) return typed;
    if (node.init) {
      if (node.id.type === 'ObjectPattern' && isEnvironment(node.init)) return { binding: keyInPattern(node.id, name) ?? variable.name };
      const made = node.id.type === 'ArrayPattern' ? undefined : clientOf(node.init, steps);
      if (made) return made;
    }
    return firstOf(
      variable.references.flatMap(({ writeExpr, init }) => (writeExpr && !init ? [writeExpr as Node] : [])),
      steps,
    );
  };

  const ofMember = (node: TSESTree.MemberExpression, steps: number): StoreTarget | undefined => {
    const library = libraries.exportOf(node);
    const store = library && !library.path.includes('()') ? storeOf(library, undefined) : undefined;
    if (store) return { store };
    const name = propertyName(node);
    if (node.object.type === 'ThisExpression') return name === undefined ? undefined : ofField(node.object, name, steps);
    if (name !== undefined && isEnvironment(node.object)) return { binding: name };
    const text = dottedName(node);
    if (text.root.type === 'Identifier' && source.variableOf(text.root) === undefined) {
      const global = boundGlobal([text.root.name, ...text.path].join('.'));
      if (global) return { store: global };
    }
    const owner = clientOf(node.object, steps);
    // `db.order`, `prisma.user`, `lib.redis`: a part of a client, or a member of a module of the project.
    if (owner?.project && owner.project.name === '*' && name !== undefined)
      return { project: { specifier: owner.project.specifier, name } };
    return owner;
  };

  /** `this.redis`: what the class, its constructor or the type of the field says. */
  const ofField = (self: TSESTree.ThisExpression, name: string, steps: number): StoreTarget | undefined => {
    const owner = source.ownerOfThis.get(self);
    if (!isClass(owner)) return undefined;
    for (const member of owner.body.body) {
      if (member.type === 'PropertyDefinition' && keyName(member) === name) {
        const target = ofType(member.typeAnnotation?.typeAnnotation) ?? (member.value ? clientOf(member.value, steps) : undefined);
        if (target) return target;
      }
    }
    return fromConstructor(owner, name, steps);
  };

  const fromConstructor = (owner: ClassNode, name: string, steps: number): StoreTarget | undefined => {
    const constructor = owner.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    if (constructor?.type !== 'MethodDefinition' || !isFunction(constructor.value)) return undefined;
    for (const parameter of constructor.value.params) {
      const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
      const target = inner?.type === 'AssignmentPattern' ? inner.left : inner;
      if (target?.type === 'Identifier' && target.name === name) return ofType(target.typeAnnotation?.typeAnnotation);
    }
    for (const statement of constructor.value.body.type === 'BlockStatement' ? constructor.value.body.body : []) {
      const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
      if (
        assignment?.type !== 'AssignmentExpression' ||
        assignment.left.type !== 'MemberExpression' ||
        assignment.left.object.type !== 'ThisExpression'
      )
        continue;
      if (propertyName(assignment.left) === name) return clientOf(assignment.right, steps);
    }
    return undefined;
  };

  /** `redis: Redis`, `private orders: Repository<Order>`. */
  const ofType = (type: TSESTree.TypeNode | undefined): StoreTarget | undefined => {
    if (type?.type === 'TSUnionType') {
      for (const part of type.types) {
        const target = ofType(part);
        if (target) return target;
      }
    }
    if (type?.type !== 'TSTypeReference') return undefined;
    if (type.typeName.type === 'Identifier' && type.typeName.name === 'ReturnType') return undefined;
    const root = type.typeName.type === 'TSQualifiedName' ? type.typeName.left : type.typeName;
    if (root.type !== 'Identifier') return undefined;
    const member = type.typeName.type === 'TSQualifiedName' ? type.typeName.right.name : undefined;
    const bound = BOUND_STORES.find(({ types }) => types?.test(root.name) && source.variableOf(root) === undefined);
    if (bound) return { store: { name: bound.name, kind: bound.kind, module: 'platform', path: root.name } };
    const library = libraries.exportOf(root);
    const whole =
      library && member !== undefined
        ? { module: library.module, path: library.path === '' ? member : `${library.path}.${member}` }
        : library;
    const store = whole && storeOf(whole, undefined);
    if (store) return { store };
    const variable = source.variableOf(root);
    const project = variable && projectExportOf(variable);
    return project && { project };
  };

  /** What a constructor, a factory, a wrapper or a step makes. */
  const madeBy = (call: CallNode, steps: number): StoreTarget | undefined => {
    const library = libraries.exportOf(call.callee);
    const name = calleeName(call) ?? '';
    if (library && !library.path.includes('()')) {
      const store = storeOf(library, call);
      if (store) return call.type === 'CallExpression' && BARE_OPERATION.test(name) ? undefined : { store };
    }
    const text = calleeText(call);
    const global = text === undefined ? undefined : boundGlobal(text);
    if (global) return { store: global };
    const receiver = call.type === 'CallExpression' ? receiverOf(call) : undefined;
    if (receiver) {
      // `db.batch()` opens a batch; `db.batch([…])` of another driver runs one.
      if (STEP.test(name) && !(name === 'batch' && call.arguments.length > 0)) {
        const target = chainOf(receiver, steps);
        if (target) return target;
      }
    }
    for (const fn of call.type === 'CallExpression' ? values.functionsOf(call.callee) : []) {
      const target = firstOf(values.returnsOf(fn), steps);
      if (target) return target;
    }
    const [first] = call.arguments;
    if (first && first.type !== 'SpreadElement' && WRAPS.test(name)) {
      const target = clientOf(first, steps);
      if (target) return target;
    }
    // `new OrderStore()` of a class that extends a client; `getDb()` of another file.
    const made = receiver ? undefined : clientOf(call.callee, steps);
    // Of a module that the settings name nothing is known but the names of its functions.
    return made?.store?.path === '' && !MAKES_CLIENT.test(name) ? undefined : made;
  };

  const storeOf = (library: LibraryExport, call: CallNode | undefined): KnownStore | undefined => {
    const own = ofSetting(library.module)?.store;
    if (own) return own;
    const rows = byModule.get(library.module);
    if (!rows || NO_CLIENT.test(library.path)) return undefined;
    const isMeant = ({ exports, mentions }: ExternalStore): boolean =>
      (!exports || exports.test(library.path)) &&
      (!mentions || (call !== undefined && mentions.test(source.text.slice(call.range[0], Math.min(call.range[1], call.range[0] + 400)))));
    const row = rows.find(isMeant);
    return row && { name: row.name, kind: row.kind, module: library.module, path: library.path };
  };

  /** Modules that the user's settings name. */
  const ofSetting = (specifier: string): { readonly store: KnownStore } | undefined => {
    const own = settings.externalStores.find((entry) => isSameModule(entry, specifier));
    return own === undefined ? undefined : { store: { name: own, kind: kindByName(own), module: specifier, path: '' } };
  };

  const projectExportOf = (variable: Variable): ProjectExport | undefined => {
    const imported = importedAs(variable);
    if (imported) return PROJECT_MODULE.test(imported.module) ? { specifier: imported.module, name: imported.name } : undefined;
    const definition = variable.defs[0];
    const node = definition?.node as Node | undefined;
    if (node?.type !== 'VariableDeclarator' || !node.init) return undefined;
    const required = unwrap(node.init);
    const specifier = loadedModule(required.type === 'MemberExpression' ? unwrap(required.object) : required);
    if (specifier === undefined || !PROJECT_MODULE.test(specifier)) return undefined;
    if (required.type === 'MemberExpression') return { specifier, name: propertyName(required) ?? '*' };
    if (node.id.type === 'ObjectPattern') return { specifier, name: keyInPattern(node.id, definition!.name as Node) ?? '*' };
    return { specifier, name: '*' };
  };

  /** Names that no client can hang on: most calls of a file are told apart by these. */
  const isElsewhere = (call: CallNode): boolean => {
    let root = unwrap(call.callee);
    while (root.type === 'MemberExpression' || root.type === 'CallExpression' || root.type === 'AwaitExpression') {
      root = unwrap(root.type === 'MemberExpression' ? root.object : root.type === 'CallExpression' ? root.callee : root.argument);
    }
    return (
      root.type === 'Identifier' && source.globals.has(root.name) && !GLOBAL_CLIENT.test(root.name) && source.variableOf(root) === undefined
    );
  };

  const targetOf = (call: CallNode): StoreTarget | undefined => {
    if (isElsewhere(call)) return undefined;
    const receiver = receiverOf(call);
    const target = receiver ? chainOf(receiver, MOST_STEPS) : undefined;
    if (target) return target.binding === undefined ? target : ofBinding(target.binding, firstMethod(call));
    const command = call.arguments[0];
    if (receiver && command?.type === 'NewExpression' && /Command$/.test(calleeName(command) ?? '')) {
      const sent = libraries.exportOf(command.callee);
      const row = sent && byModule.get(sent.module)?.[0];
      if (row) return { store: { name: row.name, kind: row.kind, module: sent.module, path: sent.path } };
    }
    const library = libraries.exportOf(call.callee);
    if (library && !library.path.includes('()')) {
      const store = storeOf(library, call);
      if (store) return { store };
    }
    const global = boundGlobal(calleeText(call) ?? '');
    if (global) return { store: global };
    // A function of a module that the settings name.
    const callee = unwrap(call.callee);
    const variable = !receiver && callee.type === 'Identifier' ? source.variableOf(callee) : undefined;
    const project = variable && projectExportOf(variable);
    return project && ofSetting(project.specifier);
  };

  /** A binding by the type that the file gives it, else by its name and by what is called on it. */
  const ofBinding = (name: string, method: string): StoreTarget | undefined => {
    const declared = new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\s*\\??:\\s*(\\w+)`).exec(source.text)?.[1];
    const row =
      BOUND_STORES.find(({ types }) => declared !== undefined && types?.test(declared)) ??
      (declared === undefined || !/^[A-Z]/.test(declared)
        ? (BOUND_STORES.find(({ bindings }) => bindings?.test(name)) ?? BOUND_STORES.find(({ methods }) => methods?.test(method)))
        : undefined);
    return row && { store: { name: row.name, kind: row.kind, module: 'platform', path: name } };
  };

  return {
    clientOf,
    targetOf,
    projectExportOf,
    isConstruction: (call) => {
      if (call.type === 'NewExpression' || clientOf(call)) return true;
      const library = libraries.exportOf(call.callee);
      return (
        library !== undefined &&
        isStoreModule(library.module) &&
        !library.path.includes('()') &&
        !BARE_OPERATION.test(calleeName(call) ?? '')
      );
    },
  };
}

/** Whether a call reaches a store that the settings name: a function of such a module, or a method of what it gives. */
export type OwnStoreTest = (call: CallNode) => boolean;

/** Where the settings name no store, nothing is looked at. */
export function createOwnStoreTest(analysis: Pick<FileAnalysis, 'settings' | 'storeClients'>): OwnStoreTest {
  const own = new Set(analysis.settings.externalStores);
  if (own.size === 0) return () => false;
  const { targetOf } = analysis.storeClients;
  const known = new Map<CallNode, boolean>();
  return (call) => {
    let reaches = known.get(call);
    if (reaches === undefined) {
      reaches = own.has(targetOf(call)?.store?.name ?? '');
      known.set(call, reaches);
    }
    return reaches;
  };
}

/** The method called on the root of a chain: `prepare` of `env.DB.prepare(sql).bind(id).run()`. */
function firstMethod(call: CallNode): string {
  let first = call;
  for (let next = receiverOf(first); next?.type === 'CallExpression'; next = receiverOf(first)) first = next;
  return calleeName(first) ?? '';
}

function boundGlobal(text: string): KnownStore | undefined {
  const row = BOUND_STORES.find(({ globals }) => globals?.test(text));
  return row && { name: row.name, kind: row.kind, module: 'platform', path: text };
}

/** `env`, `c.env`, `context.cloudflare.env`, `platform.env`, `this.env`; not the environment of the process. */
function isEnvironment(node: Node): boolean {
  const { root, path } = dottedName(node);
  const last = path.at(-1) ?? (root.type === 'Identifier' ? root.name : undefined);
  if (last !== 'env' && last !== 'Bindings') return false;
  return !(root.type === 'Identifier' && root.name === 'process') && root.type !== 'MetaProperty';
}

/**
 * Whether an import means a module of the settings: a package with what lies below it, or a file of the project, which another folder
 * names by another path. `./db` is `../../db.js`, `@/lib/db` and `./db/index.ts`.
 */
function isSameModule(entry: string, specifier: string): boolean {
  if (!PROJECT_MODULE.test(entry)) return specifier === entry || specifier.startsWith(`${entry}/`);
  if (!PROJECT_MODULE.test(specifier)) return false;
  const end = endOf(specifier);
  return end === endOf(entry) || end.endsWith(`/${endOf(entry)}`);
}

/** `../lib/db.js`, `./lib/db` and `@/lib/db/index.ts` end alike. */
function endOf(specifier: string): string {
  return specifier
    .replace(/^([.@~#]+\/)+/, '')
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/\/index$/, '');
}

/** The settings name modules, not kinds: their names are all there is to tell them by. */
const KIND_WORDS: readonly (readonly [RegExp, StoreKind])[] = [
  [/queue|topic|event|bus|message|stream|outbox|publish/i, 'message system'],
  [/blob|bucket|object|file|upload|s3|storage/i, 'object storage'],
  [/workflow|saga|orchestr|durable/i, 'workflow store'],
  [/cache|redis|memo/i, 'cache'],
];

function kindByName(name: string): StoreKind {
  return KIND_WORDS.find(([words]) => words.test(name))?.[1] ?? 'database';
}
