/**
 * Question: which function, class, object or instance does an expression stand for?
 *
 *     const poll = createPoller(200);   // the closure that createPoller returns
 *     await poll();                     // → a call of that closure
 *
 * Values are followed backwards through names, members, `new`, `bind`, wrappers such as `middy(fn)`, and the returns of local
 * functions. Knowingly missed: values that travel through containers, through parameters, or through another module.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  isClass,
  isFunction,
  isInStaticMember,
  keyInPattern,
  keyName,
  outermost,
  propertyName,
  receiverOf,
  unwrap,
  type ClassNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import type { SourceIndex, Variable } from './source-index.js';

export type Value =
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class'; readonly node: ClassNode }
  | { readonly kind: 'object'; readonly node: TSESTree.ObjectExpression }
  /** A TypeScript namespace. */
  | { readonly kind: 'namespace'; readonly node: TSESTree.TSModuleDeclaration }
  /** An instance of a class, or of a constructor function with methods on its prototype. */
  | { readonly kind: 'instance'; readonly of: ClassNode | FunctionNode; readonly node: Node };

export interface Values {
  readonly of: (node: Node) => readonly Value[];
  readonly functionsOf: (node: Node) => readonly FunctionNode[];
  /** The values of a member of a value: a method, a static, a property of an object literal. */
  readonly memberOf: (value: Value, name: string) => readonly Value[];
  /** What a function may return. */
  readonly returnsOf: (fn: FunctionNode) => readonly Node[];
  /** Functions put on `Constructor.prototype`, by name. */
  readonly prototypeOf: (fn: FunctionNode) => ReadonlyMap<string, Node>;
}

/** Methods that take a callback and return something else than a wrapped one. */
const RETURNS_OTHER =
  /^(map|forEach|filter|reduce|reduceRight|find|findLast|findIndex|some|every|flatMap|sort|toSorted|from|fromEntries|replace|replaceAll|then|catch|finally|on|once|addListener|addEventListener|setTimeout|setInterval|setImmediate|get|post|put|patch|delete|all|route|listen|subscribe|onSnapshot|onValue|watch|observe)$/;
const NOTHING: readonly Value[] = [];
const NO_FUNCTIONS: readonly FunctionNode[] = [];
/** Plain values: asked for most often, as arguments of calls. */
const STANDS_FOR_NOTHING: ReadonlySet<string> = new Set([
  'Literal',
  'TemplateLiteral',
  'BinaryExpression',
  'UnaryExpression',
  'UpdateExpression',
  'JSXElement',
  'JSXFragment',
]);
/** What a field may be given that stands for something made elsewhere in the file. */
const GIVEN: ReadonlySet<string> = new Set(['Identifier', 'LogicalExpression', 'ConditionalExpression', 'NewExpression']);
/** More values than this for one name mean that the name says nothing. */
const MOST_VALUES = 40;

function atMost(values: readonly Value[]): readonly Value[] {
  if (values.length === 0) return NOTHING;
  return values.length > MOST_VALUES ? values.slice(0, MOST_VALUES) : values;
}

export function createValues(source: SourceIndex): Values {
  const known = new Map<Node, readonly Value[]>();
  const knownVariables = new Map<Variable, readonly Value[]>();
  const returns = new Map<FunctionNode, Node[]>();
  const prototypes = collectPrototypes(source);

  const returnsOf = (fn: FunctionNode): readonly Node[] => {
    let found = returns.get(fn);
    if (!found) {
      found = [];
      returns.set(fn, found);
      if (fn.body.type === 'BlockStatement') collectReturns(fn.body, found);
      else found.push(fn.body);
    }
    return found;
  };

  const of = (node: Node): readonly Value[] => {
    const expression = unwrap(node);
    if (STANDS_FOR_NOTHING.has(expression.type)) return NOTHING;
    // Most of what is asked for is a name: its answers are kept by variable, not by place.
    if (expression.type === 'Identifier') return ofVariable(source.variableOf(expression));
    const cached = known.get(expression);
    if (cached) return cached;
    known.set(expression, NOTHING); // cuts cycles: a value defined by itself adds nothing
    const values = atMost(compute(expression));
    if (values !== NOTHING) known.set(expression, values);
    return values;
  };

  const functionsOf = (node: Node): readonly FunctionNode[] => {
    const values = of(node);
    return values.length === 0 ? NO_FUNCTIONS : values.flatMap((value) => (value.kind === 'function' ? [value.node] : []));
  };

  const compute = (node: Node): readonly Value[] => {
    if (isFunction(node)) return [{ kind: 'function', node }];
    if (isClass(node)) return [{ kind: 'class', node }];
    switch (node.type) {
      case 'ObjectExpression':
        return [{ kind: 'object', node }];
      case 'ThisExpression':
        return ofThis(node);
      case 'MemberExpression': {
        const name = propertyName(node);
        // `operations[type][field](args)`: any entry of a table may be meant.
        if (name === undefined) return of(node.object).flatMap(entriesOf);
        return of(node.object).flatMap((value) => memberOf(value, name));
      }
      case 'NewExpression':
        return of(node.callee).flatMap((value): readonly Value[] => {
          if (value.kind === 'class') return [{ kind: 'instance', of: value.node, node }];
          if (value.kind === 'function' && prototypes.has(value.node)) return [{ kind: 'instance', of: value.node, node }];
          return NOTHING;
        });
      case 'CallExpression':
        return ofCall(node);
      case 'AwaitExpression':
        return of(node.argument);
      case 'ConditionalExpression':
        return [...of(node.consequent), ...of(node.alternate)];
      case 'LogicalExpression':
        return [...of(node.left), ...of(node.right)];
      case 'AssignmentExpression':
        return of(node.right);
      case 'SequenceExpression':
        return of(node.expressions[node.expressions.length - 1]!);
      default:
        return NOTHING;
    }
  };

  const ofVariable = (variable: Variable | undefined): readonly Value[] => {
    if (!variable || (variable.defs[0]?.type as string | undefined) === 'ImportBinding') return NOTHING;
    const cached = knownVariables.get(variable);
    if (cached) return cached;
    knownVariables.set(variable, NOTHING); // cuts cycles
    const values = atMost(computeVariable(variable));
    if (values !== NOTHING) knownVariables.set(variable, values);
    return values;
  };

  const computeVariable = (variable: Variable): readonly Value[] => {
    const values: Value[] = [];
    for (const definition of variable.defs) {
      const node = definition.node as Node;
      if (isFunction(node) && definition.type === 'FunctionName') values.push({ kind: 'function', node });
      else if (isClass(node)) values.push({ kind: 'class', node });
      else if (node.type === 'TSModuleDeclaration') values.push({ kind: 'namespace', node });
      else if (node.type === 'VariableDeclarator' && node.init) values.push(...ofPattern(node.id, definition.name as Node, node.init));
    }
    if (values.length === 0) {
      for (const reference of variable.references) {
        if (!reference.isWrite() || reference.init || !reference.writeExpr) continue;
        values.push(...of(reference.writeExpr as Node));
        if (values.length >= MOST_VALUES) break;
      }
    }
    return values;
  };

  const ofPattern = (pattern: Node, name: Node, init: Node): readonly Value[] => {
    if (pattern === name) return of(init);
    if (pattern.type === 'ArrayPattern') {
      const index = pattern.elements.findIndex(
        (element) => element === name || (element?.type === 'AssignmentPattern' && element.left === name),
      );
      return index === -1
        ? NOTHING
        : listsOf(init).flatMap((list) => {
            const element = list.elements[index];
            return element && element.type !== 'SpreadElement' ? of(element) : NOTHING;
          });
    }
    const key = keyInPattern(pattern, name);
    return key === undefined ? NOTHING : of(init).flatMap((value) => memberOf(value, key));
  };

  /** `const [get, set] = createState()`: the lists that the call may return. */
  const listsOf = (node: Node): readonly TSESTree.ArrayExpression[] => {
    const value = unwrap(node);
    if (value.type === 'ArrayExpression') return [value];
    return value.type === 'CallExpression'
      ? functionsOf(value.callee).flatMap((fn) =>
          returnsOf(fn).flatMap((returned) => {
            const list = unwrap(returned);
            return list.type === 'ArrayExpression' ? [list] : [];
          }),
        )
      : [];
  };

  const ofThis = (node: TSESTree.ThisExpression): readonly Value[] => {
    const owner = source.ownerOfThis.get(node);
    if (!owner) return NOTHING;
    if (isClass(owner))
      return isInStaticMember(node, owner) ? [{ kind: 'class', node: owner }] : [{ kind: 'instance', of: owner, node: owner }];
    if (owner.type === 'ObjectExpression') return [{ kind: 'object', node: owner }];
    const constructor = isFunction(owner) ? (prototypes.has(owner) ? owner : constructorOf.get(owner)) : undefined;
    return constructor ? [{ kind: 'instance', of: constructor, node: constructor }] : NOTHING;
  };

  const constructorOf = new Map<Node, FunctionNode>();
  for (const [constructor, methods] of prototypes) for (const method of methods.values()) constructorOf.set(method, constructor);

  const ofCall = (node: TSESTree.CallExpression): readonly Value[] => {
    const name = calleeName(node);
    const receiver = receiverOf(node);
    if (name === 'bind' && receiver) return of(receiver);
    const callees = functionsOf(node.callee);
    if (callees.length > 0) return callees.flatMap((fn) => returnsOf(fn).flatMap(of));
    // An unknown function that is given a function returns, for all that we know, a wrapped one: `middy(fn)`, `wrapHandler(fn)`.
    if (name !== undefined && RETURNS_OTHER.test(name)) return NOTHING;
    const wrapped = node.arguments
      .flatMap((argument) => (argument.type === 'SpreadElement' ? [] : of(argument)))
      .filter((value) => value.kind === 'function');
    if (wrapped.length > 0) return wrapped;
    // `middy(fn).use(…)`, `wrapped.withOptions(…)`: a builder around a function stays that function.
    return receiver?.type === 'CallExpression' || receiver?.type === 'Identifier'
      ? of(receiver).filter((value) => value.kind === 'function')
      : NOTHING;
  };

  const entriesOf = (value: Value): readonly Value[] =>
    value.kind === 'object'
      ? value.node.properties.flatMap((property) => (property.type === 'Property' ? of(property.value) : []))
      : NOTHING;

  const memberOf = (value: Value, name: string): readonly Value[] => {
    if (value.kind === 'object') {
      for (const property of value.node.properties) {
        if (property.type === 'Property' && keyName(property) === name) return of(property.value);
      }
      return NOTHING;
    }
    if (value.kind === 'namespace') return memberOfNamespace(value.node, name);
    if (value.kind === 'class') return memberOfClass(value.node, name, true, value.node);
    if (value.kind === 'instance') {
      if (isClass(value.of)) return memberOfClass(value.of, name, false, value.node);
      const method = prototypes.get(value.of)?.get(name);
      return method ? of(method) : NOTHING;
    }
    return name === 'bind' || name === 'call' || name === 'apply' ? [value] : NOTHING;
  };

  /** `Registry.#instance ??= new Registry()`, `this.pool = new Pool()`: instances assigned to a member, by its name. */
  let assigned: Map<string, Node[]> | undefined;
  const assignedTo = (name: string): readonly Node[] => {
    if (!assigned) {
      assigned = new Map();
      for (const { node } of source.calls) {
        const parent = node.type === 'NewExpression' ? outermost(node).parent : undefined;
        const left = parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined;
        const member = left?.type === 'MemberExpression' ? propertyName(left) : undefined;
        if (member === undefined) continue;
        const known = assigned.get(member);
        if (known) known.push(node);
        else assigned.set(member, [node]);
      }
    }
    return assigned.get(name) ?? [];
  };

  /** `this.store = redisStore ?? memoryStore` anywhere in the class, by the field. */
  const written = new Map<ClassNode, Map<string, Node[]>>();
  const writtenTo = (node: ClassNode, name: string): readonly Node[] => {
    let fields = written.get(node);
    if (!fields) {
      written.set(node, (fields = new Map()));
      for (const { parent: member } of source.thisUses.get(node) ?? []) {
        const assignment = member.type === 'MemberExpression' ? outermost(member).parent : undefined;
        if (assignment?.type !== 'AssignmentExpression' || unwrap(assignment.left) !== member) continue;
        const field = propertyName(member as TSESTree.MemberExpression);
        const right = unwrap(assignment.right);
        if (field === undefined || !GIVEN.has(right.type)) continue;
        const known = fields.get(field);
        if (known) known.push(right);
        else fields.set(field, [right]);
      }
    }
    return fields.get(name) ?? [];
  };

  /** `constructor(private readonly letters: Letters)`: an instance of that class, where it is one of this file. */
  const injectedInto = (node: ClassNode, name: string): Value | undefined => {
    const constructor = node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    if (constructor?.type !== 'MethodDefinition' || !isFunction(constructor.value)) return undefined;
    for (const parameter of constructor.value.params) {
      if (parameter.type !== 'TSParameterProperty' || parameter.parameter.type !== 'Identifier' || parameter.parameter.name !== name)
        continue;
      const type = parameter.parameter.typeAnnotation?.typeAnnotation;
      const named =
        type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier'
          ? source.moduleScope.set.get(type.typeName.name)?.defs[0]?.node
          : undefined;
      if (isClass(named as Node | undefined)) return { kind: 'instance', of: named as ClassNode, node: parameter };
    }
    return undefined;
  };

  const memberOfNamespace = (node: TSESTree.TSModuleDeclaration, name: string): readonly Value[] => {
    for (const statement of node.body?.type === 'TSModuleBlock' ? node.body.body : []) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
      if ((declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') && declaration.id?.name === name)
        return of(declaration);
      if (declaration?.type !== 'VariableDeclaration') continue;
      for (const { id, init } of declaration.declarations) if (id.type === 'Identifier' && id.name === name && init) return of(init);
    }
    return NOTHING;
  };

  const memberOfClass = (node: ClassNode, name: string, isStatic: boolean, seen: Node): readonly Value[] => {
    for (const member of node.body.body) {
      if ((member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') || member.static !== isStatic) continue;
      if (keyName(member) !== name) continue;
      if (member.type === 'MethodDefinition') return isFunction(member.value) ? [{ kind: 'function', node: member.value }] : NOTHING;
      const made = member.value ? of(member.value) : NOTHING;
      if (made.length > 0) return made;
      const given = member.value || isStatic ? NOTHING : writtenTo(node, name).flatMap(of);
      return given.length > 0 ? given : assignedTo(name).flatMap(of);
    }
    const injected = isStatic ? undefined : injectedInto(node, name);
    if (injected) return [injected];
    // Without a declaration the first write makes the field.
    const given = isStatic ? NOTHING : writtenTo(node, name).flatMap(of);
    if (given.length > 0) return given;
    if (!node.superClass) return NOTHING;
    const parent = of(node.superClass).find((value) => value.kind === 'class');
    return parent && parent.node !== node && parent.node !== seen ? memberOfClass(parent.node as ClassNode, name, isStatic, seen) : NOTHING;
  };

  return {
    of,
    functionsOf,
    memberOf,
    returnsOf,
    prototypeOf: (fn) => prototypes.get(fn) ?? new Map<string, Node>(),
  };

  function collectReturns(block: Node, found: Node[]): void {
    const pending: Node[] = [block];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (node.type === 'ReturnStatement') {
        if (node.argument) found.push(node.argument);
        continue;
      }
      switch (node.type) {
        case 'BlockStatement':
          pending.push(...node.body);
          break;
        case 'IfStatement':
          pending.push(node.consequent);
          if (node.alternate) pending.push(node.alternate);
          break;
        case 'TryStatement':
          pending.push(node.block);
          if (node.handler) pending.push(node.handler.body);
          if (node.finalizer) pending.push(node.finalizer);
          break;
        case 'SwitchStatement':
          for (const switchCase of node.cases) pending.push(...switchCase.consequent);
          break;
        case 'ForStatement':
        case 'ForOfStatement':
        case 'ForInStatement':
        case 'WhileStatement':
        case 'DoWhileStatement':
        case 'LabeledStatement':
          pending.push(node.body);
          break;
        default:
      }
    }
  }
}

/** `Tracker.prototype.begin = function …` and `Tracker.prototype = { begin() {} }`, by constructor function. */
function collectPrototypes(source: SourceIndex): Map<FunctionNode, Map<string, Node>> {
  const found = new Map<FunctionNode, Map<string, Node>>();
  for (const fn of source.functions) {
    if (fn.type === 'ArrowFunctionExpression' || source.functionOf(fn) !== null) continue;
    const name = fn.id ?? (fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : undefined);
    const variable = name && source.moduleScope.set.get((name as TSESTree.Identifier).name);
    if (!variable) continue;
    for (const reference of variable.references) {
      const member = (reference.identifier as Node).parent;
      if (member?.type !== 'MemberExpression' || propertyName(member) !== 'prototype') continue;
      const methods = found.get(fn) ?? new Map<string, Node>();
      found.set(fn, methods);
      const outer = member.parent;
      if (outer?.type === 'MemberExpression' && outer.parent?.type === 'AssignmentExpression' && outer.parent.left === outer) {
        const method = propertyName(outer);
        if (method) methods.set(method, outer.parent.right);
      } else if (outer?.type === 'AssignmentExpression' && outer.right.type === 'ObjectExpression') {
        for (const property of outer.right.properties) {
          const method = property.type === 'Property' ? keyName(property) : undefined;
          if (method) methods.set(method, (property as TSESTree.Property).value);
        }
      }
    }
  }
  // A function that is called with `new` and writes `this.…` is a constructor even without a prototype.
  for (const { node } of source.calls) {
    if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') continue;
    const definition = source.variableOf(node.callee)?.defs[0]?.node as Node | undefined;
    const fn = definition?.type === 'VariableDeclarator' ? definition.init : definition;
    if (isFunction(fn) && fn.type !== 'ArrowFunctionExpression' && !found.has(fn)) found.set(fn, new Map());
  }
  return found;
}
