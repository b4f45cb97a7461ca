/**
 * Question: what happens to a value wherever it goes inside this file?
 *
 *     const entry = hits.get(ip);   // method `get` on hits; `entry` is an element of it
 *     entry.count += 1;             // update of hits.*.count
 *
 * A value is followed forwards from its references: through members, aliases, destructuring, loops, callbacks of collection methods,
 * parameters of local functions and methods, and returns. Each place where something is done with it is one use. `*` in a path is an
 * element under a computed key.
 *
 * Knowingly missed: what other modules do with a value that is handed to them, and values stored inside other objects.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeText,
  isClass,
  isFunction,
  isPromiseMethod,
  keyName,
  numberValue,
  outermost,
  propertyName,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import type { Reachability } from './reachability.js';
import type { Reference, SourceIndex, Variable } from './source-index.js';
import type { Values } from './values.js';

export interface Step {
  /** A property name, or `*` for an element. */
  readonly name: string;
  /** The key expression of an element, where one is written. */
  readonly key?: Node | undefined;
  /** Reached through the object that was put there, not by looking it up. */
  readonly isStored?: boolean;
}
export type Path = readonly Step[];

interface UseBase {
  /** The expression that stands for the place. */
  readonly node: Node;
  readonly path: Path;
  readonly fn: FunctionNode | null;
}
export type Use = UseBase &
  (
    | { readonly kind: 'method'; readonly name: string; readonly call: CallNode }
    | { readonly kind: 'write'; readonly operator: string; readonly value: Node | undefined; readonly site: Node }
    | { readonly kind: 'update'; readonly delta: number | undefined; readonly value: Node | undefined; readonly site: Node }
    | { readonly kind: 'delete'; readonly site: Node }
    | { readonly kind: 'read'; readonly how: ReadKind; readonly site: Node }
  );

export type ReadKind = 'test' | 'compare' | 'value' | 'return' | 'argument' | 'iterate' | 'log' | 'call' | 'export';

/** Stands in a path for a copy: reads of it are reads of the place, writes are not. */
const COPY: Step = { name: '~' };
/** Methods that give a new collection of the same elements. */
const COPYING = /^(filter|slice|concat|toSorted|toReversed|toSpliced|flat)$/;

/** A value with more names than this is beyond what its code's author could tell. */
const MOST_ALIASES = 300;

/** Deeper paths than this are folded: nobody keeps state five levels down. */
const DEEPEST = 5;
/** Collection methods whose result is an element, or iterates elements. */
const STORING = /^(set|add|push|unshift)$/;
const ELEMENT_RESULT = /^(get|find|findLast|at|pop|shift|values|entries|getOrInsert\w*)$/;
const CALLBACK_ELEMENT = /^(forEach|map|filter|find|findLast|findIndex|findLastIndex|some|every|flatMap|reduce|sort|toSorted)$/;
const CHANGING = /^(set|add|push|unshift|pop|shift|splice|delete|clear|sort|reverse|fill|append)$/;
const LOG_CALL = /(^|\.)(console|log|logger|logs?|winston|pino|metrics?|statsd|tracer|span)\.\w+$|^(debug|log|logger)$/i;
const ITERATING_GLOBAL = /^(Object\.(keys|values|entries|fromEntries)|Array\.from|structuredClone|JSON\.stringify|Math\.(max|min))$/;

export interface UseCollector {
  readonly ofVariable: (variable: Variable) => readonly Use[];
  readonly ofExpressions: (nodes: readonly Node[]) => readonly Use[];
}

export function createUseCollector(source: SourceIndex, reach: Reachability, values: Values): UseCollector {
  return {
    ofVariable: (variable) => collect((follow) => follow.variable(variable, [], true)),
    ofExpressions: (nodes) =>
      collect((follow) => {
        for (const node of nodes) follow.expression(node, []);
      }),
  };

  interface Follow {
    variable(variable: Variable, path: Path, isRoot: boolean): void;
    expression(node: Node, path: Path): void;
  }

  function collect(start: (follow: Follow) => void): Use[] {
    const uses: Use[] = [];
    const add = (use: Use): void => {
      if (!use.path.includes(COPY)) uses.push(use);
      else if (use.kind === 'read' || (use.kind === 'method' && !CHANGING.test(use.name)))
        uses.push({ ...use, path: use.path.filter((step) => step !== COPY) });
    };
    const visited = new Map<Variable, Set<string>>();
    const visitedReturns = new Set<FunctionNode>();
    const visitedFields = new Map<Node, ReadonlySet<string>>();
    const follow: Follow = { variable: followVariable, expression: followExpression };
    start(follow);
    return uses;

    function followVariable(variable: Variable, path: Path, isRoot = false): void {
      const text = path.map((step) => step.name).join('.');
      const seen = visited.get(variable) ?? new Set<string>();
      if (seen.has(text) || path.length > DEEPEST || visited.size > MOST_ALIASES) return;
      visited.set(variable, seen.add(text));
      for (const reference of variable.references) {
        if (reference.init && !isRoot) continue;
        followReference(reference, path, isRoot);
      }
    }

    function followReference(reference: Reference, path: Path, isRoot: boolean): void {
      const node = reference.identifier as Node;
      if (isRoot && reference.isWrite() && !reference.init) {
        addWrite(reference, node, path);
        if (reference.isReadWrite()) {
          // `(profiles ||= {})[id] = profile`
          const assignment = assignmentOf(node);
          if (assignment && /^(\?\?|\|\|)=$/.test(assignment.operator)) followResult(assignment, path);
          return;
        }
      }
      // Writing to an alias binds it anew; the place stays as it is.
      if (!isRoot && reference.isWrite()) return;
      if (reference.isRead()) followExpression(node, path);
      else if (isRoot && !reference.init) {
        const assignment = assignmentOf(node);
        if (assignment) followResult(assignment, path);
      }
    }

    function addWrite(reference: Reference, node: Node, path: Path): void {
      const parent = outermost(node).parent!;
      const fn = source.functionOf(node);
      if (parent.type === 'UpdateExpression') {
        add({ kind: 'update', node, path, fn, delta: parent.operator === '++' ? 1 : -1, value: undefined, site: parent });
        readResult(parent, node, path);
      } else if (parent.type === 'AssignmentExpression') {
        pushAssignment(parent, node, path);
      } else {
        add({ kind: 'write', node, path, fn, operator: '=', value: (reference.writeExpr as Node | null) ?? undefined, site: node });
      }
    }

    function assignmentOf(node: Node): TSESTree.AssignmentExpression | undefined {
      const parent = outermost(node).parent;
      return parent?.type === 'AssignmentExpression' && unwrap(parent.left) === unwrap(node) ? parent : undefined;
    }

    /** `const count = (likes[slug] = …)`: the value of an assignment is the place again. */
    function followResult(assignment: TSESTree.AssignmentExpression, path: Path): void {
      if (outermost(assignment).parent?.type !== 'ExpressionStatement') followExpression(assignment, path);
    }

    /** `counter++` inside a larger expression is also a read. */
    function readResult(site: Node, node: Node, path: Path): void {
      const parent = outermost(site).parent;
      if (parent && parent.type !== 'ExpressionStatement' && !(parent.type === 'ForStatement' && parent.update === site)) {
        const fn = source.functionOf(node);
        add({ kind: 'read', how: readKind(site, parent), node: site, path, fn, site: parent });
      }
    }

    function pushAssignment(assignment: TSESTree.AssignmentExpression, node: Node, path: Path): void {
      const fn = source.functionOf(node);
      const { operator, right } = assignment;
      if (operator === '+=' || operator === '-=') {
        const amount = numberValue(right);
        const delta = amount === undefined ? undefined : operator === '+=' ? amount : -amount;
        add({ kind: 'update', node, path, fn, delta, value: right, site: assignment });
        readResult(assignment, node, path);
      } else {
        add({ kind: 'write', node, path, fn, operator, value: right, site: assignment });
        addImmutableUpdate(assignment, node, path, fn);
        if (path.at(-1)?.name === '*') followStored(right, path.slice(0, -1));
      }
    }

    /** `jobs = { ...jobs, [id]: job }` and `list = [...list, item]` put one element. */
    function addImmutableUpdate(assignment: TSESTree.AssignmentExpression, node: Node, path: Path, fn: FunctionNode | null): void {
      const value = unwrap(assignment.right);
      if (value.type === 'ObjectExpression' && value.properties.some((property) => property.type === 'SpreadElement')) {
        for (const property of value.properties) {
          if (property.type === 'Property' && property.computed)
            add({
              kind: 'write',
              node,
              path: [...path, { name: '*', key: property.key }],
              fn,
              operator: '=',
              value: property.value,
              site: assignment,
            });
        }
      }
    }

    function push(kind: ReadKind, node: Node, path: Path, site: Node): void {
      add({ kind: 'read', how: kind, node, path, fn: source.functionOf(node), site });
    }

    function followExpression(start: Node, path: Path): void {
      const node = outermost(start);
      const parent = node.parent;
      if (!parent || path.length > DEEPEST) return;
      switch (parent.type) {
        case 'MemberExpression':
          if (parent.object === node) followMember(parent, path);
          else push('value', node, path, parent);
          return;
        case 'AssignmentExpression':
          if (parent.left === node) {
            pushAssignment(parent, node, path);
            followResult(parent, path);
          } else {
            followAssigned(parent.left, node, path);
            followResult(parent, path);
          }
          return;
        case 'UpdateExpression':
          add({
            kind: 'update',
            node,
            path,
            fn: source.functionOf(node),
            delta: parent.operator === '++' ? 1 : -1,
            value: undefined,
            site: parent,
          });
          readResult(parent, node, path);
          return;
        case 'UnaryExpression':
          if (parent.operator === 'delete') add({ kind: 'delete', node, path, fn: source.functionOf(node), site: parent });
          else push(parent.operator === '!' || parent.operator === 'typeof' ? 'test' : 'value', node, path, parent);
          return;
        case 'VariableDeclarator':
          if (parent.init === node) {
            followPattern(parent.id, path);
            if (parent.id.type !== 'Identifier') push('value', node, path, parent);
          }
          return;
        case 'AssignmentPattern':
          // `function take(id, store = seen)`: the default stands for the cell.
          if (parent.right === node) followPattern(parent.left, path);
          return;
        case 'AwaitExpression':
        case 'SequenceExpression':
          followExpression(parent, path);
          return;
        case 'ConditionalExpression':
          if (parent.test === node) push('test', node, path, parent);
          else followExpression(parent, path);
          return;
        case 'LogicalExpression':
          if (parent.left === node) push('test', node, path, parent);
          followExpression(parent, path);
          return;
        case 'IfStatement':
        case 'WhileStatement':
        case 'DoWhileStatement':
        case 'ForStatement':
        case 'SwitchStatement':
          push('test', node, path, parent);
          return;
        case 'SwitchCase':
        case 'BinaryExpression':
          push(parent.type === 'SwitchCase' || isComparison(parent.operator) ? 'compare' : 'value', node, path, parent);
          return;
        case 'ForOfStatement':
        case 'ForInStatement':
          if (parent.right !== node) return;
          push('iterate', node, path, parent);
          if (parent.type === 'ForOfStatement' && parent.left.type === 'VariableDeclaration') {
            const pattern = parent.left.declarations[0]?.id;
            if (pattern) followElementPattern(pattern, path);
          }
          return;
        case 'CallExpression':
        case 'NewExpression':
          if (parent.callee === node) push('call', node, path, parent);
          else followArgument(parent, node, path);
          return;
        case 'SpreadElement':
          push(isLogged(parent) ? 'log' : 'iterate', node, path, parent);
          if (parent.parent.type === 'ArrayExpression') followExpression(parent.parent, [...path, COPY]);
          return;
        case 'ReturnStatement':
          followReturned(node, path, source.functionOf(node), parent);
          return;
        case 'ArrowFunctionExpression':
          if (parent.body === node) followReturned(node, path, parent, parent);
          return;
        case 'ExportDefaultDeclaration':
        case 'ExportSpecifier':
          push('export', node, path, parent);
          return;
        case 'ExpressionStatement':
          return;
        case 'TemplateLiteral':
        case 'Property':
        case 'ArrayExpression':
          push(isLogged(parent) ? 'log' : 'value', node, path, parent);
          return;
        default:
          push('value', node, path, parent);
      }
    }

    function followMember(member: TSESTree.MemberExpression, path: Path): void {
      const name = propertyName(member);
      const outer = outermost(member);
      const call = outer.parent;
      if (call?.type === 'CallExpression' && call.callee === outer && name !== undefined && !ownMethod(call)) {
        add({ kind: 'method', node: member.object, path, fn: source.functionOf(member), name, call });
        followMethod(call, name, path);
        return;
      }
      const symbol = member.computed ? symbolName(source, member.property) : undefined;
      followExpression(member, [
        ...path,
        name === undefined && symbol === undefined ? { name: '*', key: member.property } : { name: name ?? symbol! },
      ]);
    }

    /** A method of this file's own class or object: what it does is seen through `this`. */
    function ownMethod(call: CallNode): boolean {
      return reach.calleesOf(call).length > 0;
    }

    function followMethod(call: TSESTree.CallExpression, name: string, path: Path): void {
      const [first] = call.arguments;
      if (CALLBACK_ELEMENT.test(name) && first && isFunction(first)) {
        const index = name === 'reduce' ? 1 : 0;
        const parameter = first.params[index];
        if (parameter) followPattern(parameter, [...path, { name: '*' }]);
      }
      if (STORING.test(name)) {
        const stored = call.arguments[name === 'set' ? 1 : 0];
        if (stored) followStored(stored, path);
      }
      if (COPYING.test(name)) {
        followExpression(call, [...path, COPY]);
      } else if (ELEMENT_RESULT.test(name)) {
        const key = first && first.type !== 'SpreadElement' && !isFunction(first) ? first : undefined;
        const isWhole = name === 'values' || name === 'entries';
        followExpression(call, isWhole ? path : [...path, { name: '*', key }]);
      } else if (isPromiseMethod(name) || name === 'deref') {
        followExpression(call, path);
      }
    }

    /** `const job = { state: 'new' }; jobs.set(id, job); job.state = 'done'`: what is stored is an element from then on. */
    function followStored(stored: Node, path: Path): void {
      const value = unwrap(stored);
      const variable = value.type === 'Identifier' ? source.variableOf(value) : undefined;
      const definition = variable?.defs[0];
      if (!variable || source.isModuleLevel(variable) || definition?.type !== 'Variable') return;
      const init = definition.node.init ? unwrap(definition.node.init) : undefined;
      if (
        init?.type === 'ObjectExpression' ||
        init?.type === 'ArrayExpression' ||
        (init?.type === 'NewExpression' && /^(Map|Set)$/.test(calleeText(init) ?? ''))
      ) {
        const element = [...path, { name: '*', key: stored, isStored: true }];
        const fn = source.functionOf(stored);
        for (const reference of variable.references) {
          const node = reference.identifier as Node;
          // What was done with it before it is stored has made it, and changes nothing that is kept.
          if (reference.init || (node.range[0] < stored.range[0] && source.functionOf(node) === fn)) continue;
          if (node !== value) followReference(reference, element, false);
        }
      }
    }

    /** A place assigned to something else: a local alias goes on, anything else keeps the value out of sight. */
    function followAssigned(target: Node, node: Node, path: Path): void {
      const left = unwrap(target);
      const variable = left.type === 'Identifier' ? source.variableOf(left) : undefined;
      if (variable && !source.isModuleLevel(variable)) followVariable(variable, path);
      else if (left.type === 'MemberExpression' && unwrap(left.object).type === 'ThisExpression') followField(left, node, path);
      else push('value', node, path, target);
    }

    /** `this.store = store`, `constructor(private readonly store: Map)`: every `this.store` of the class stands for what was given. */
    function followField(left: TSESTree.MemberExpression, node: Node, path: Path): void {
      const owner = source.ownerOfThis.get(unwrap(left.object));
      const name = propertyName(left);
      if (owner && name !== undefined) followFieldOf(owner, name, path, left);
      else push('value', node, path, left);
    }

    function followFieldOf(owner: Node, name: string, path: Path, except?: Node): void {
      for (const use of source.thisUses.get(owner) ?? []) {
        const member = use.parent;
        if (member.type !== 'MemberExpression' || member.object !== use || member === except || propertyName(member) !== name) continue;
        const text = `${name}.${path.map((step) => step.name).join('.')}`;
        const known = visitedFields.get(member);
        if (known?.has(text)) continue;
        visitedFields.set(member, new Set([...(known ?? []), text]));
        // `this.free--` changes the field, and not the number that it began with.
        const isOwnChange =
          member.parent.type === 'UpdateExpression'
            ? path.length === 0
            : member.parent.type === 'AssignmentExpression' && member.parent.left === member;
        if (!isOwnChange) followExpression(member, path);
      }
    }

    function followPattern(pattern: Node, path: Path): void {
      switch (pattern.type) {
        case 'Identifier': {
          const variable = source.variableOf(pattern);
          if (variable) followVariable(variable, path);
          return;
        }
        case 'AssignmentPattern':
          followPattern(pattern.left, path);
          return;
        case 'ObjectPattern':
          for (const property of pattern.properties) {
            if (property.type === 'RestElement') followPattern(property.argument, path);
            else followPattern(property.value, [...path, { name: keyName(property) ?? '*' }]);
          }
          return;
        case 'ArrayPattern':
          for (const element of pattern.elements)
            if (element) followPattern(element.type === 'RestElement' ? element.argument : element, [...path, { name: '*' }]);
          return;
        default:
      }
    }

    /** `for (const [key, value] of map)`: the pair is no level of its own. */
    function followElementPattern(pattern: Node, path: Path): void {
      if (pattern.type === 'ArrayPattern') {
        const value = pattern.elements.at(-1);
        if (value) followPattern(value, [...path, { name: '*' }]);
      } else {
        followPattern(pattern, [...path, { name: '*' }]);
      }
    }

    function followArgument(call: CallNode, node: Node, path: Path): void {
      const text = calleeText(call);
      const index = call.arguments.indexOf(node as TSESTree.Expression);
      if (text === 'Object.assign' && index === 0) {
        for (const value of call.arguments.slice(1)) mergeInto(node, path, value, call);
        if (outermost(call).parent?.type !== 'ExpressionStatement') followExpression(call, path);
        return;
      }
      if ((text === 'Reflect.deleteProperty' || text === 'Reflect.set' || text === 'Object.defineProperty') && index === 0) {
        const [, key, value] = call.arguments;
        const inner = [...path, { name: (key && stringValue(key)) ?? '*', key }];
        if (text === 'Reflect.deleteProperty') add({ kind: 'delete', node, path: inner, fn: source.functionOf(node), site: call });
        else add({ kind: 'write', node, path: inner, fn: source.functionOf(node), operator: '=', value, site: call });
        return;
      }
      if (text && ITERATING_GLOBAL.test(text)) {
        push(isLogged(call) ? 'log' : 'iterate', node, path, call);
        const [, each] = call.arguments;
        const element = text === 'Array.from' && each && isFunction(each) ? each.params[0] : undefined;
        if (element) followPattern(element, [...path, { name: '*' }]);
        if (text === 'Object.values' || text === 'Object.entries' || text === 'Array.from') followExpression(call, [...path, COPY]);
        return;
      }
      if (text === 'Boolean' || text === 'Number' || text === 'String') {
        followExpression(call, path);
        return;
      }
      const callees = reach.calleesOf(call);
      if (callees.length > 0) {
        for (const callee of callees) {
          const parameter = callee.params[index];
          if (!parameter) continue;
          if (parameter.type === 'TSParameterProperty') {
            const own = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
            const owner = callee.parent?.parent?.parent;
            if (owner && isClass(owner) && own.type === 'Identifier') followFieldOf(owner, own.name, path);
            followPattern(own, path);
          } else {
            followPattern(parameter, path);
          }
        }
        return;
      }
      if (text === 'Object.hasOwn' || text === 'Object.prototype.hasOwnProperty.call') {
        add({ kind: 'method', node, path, fn: source.functionOf(node), name: 'hasOwnProperty', call });
        return;
      }
      push(isLogged(call) || isLogged(node) ? 'log' : 'argument', node, path, call);
    }

    function mergeInto(node: Node, path: Path, value: Node, site: Node): void {
      const fn = source.functionOf(node);
      const inner = unwrap(value);
      if (inner.type !== 'ObjectExpression') {
        add({ kind: 'write', node, path: [...path, { name: '*' }], fn, operator: '=', value, site });
        return;
      }
      for (const property of inner.properties) {
        if (property.type === 'SpreadElement')
          add({ kind: 'write', node, path: [...path, { name: '*' }], fn, operator: '=', value: property.argument, site });
        else
          add({ kind: 'write', node, path: [...path, { name: keyName(property) ?? '*' }], fn, operator: '=', value: property.value, site });
      }
    }

    function followReturned(node: Node, path: Path, fn: FunctionNode | null, site: Node): void {
      push('return', node, path, site);
      if (!fn || visitedReturns.has(fn) || isCopier(fn, node)) return;
      visitedReturns.add(fn);
      for (const { node: call } of reach.callersOf(fn))
        if (call.type === 'CallExpression' && call.parent?.type !== 'ExpressionStatement') followExpression(call, path);
    }

    /** `if (!isObject(value)) return value; const copy = {}; … return copy;`: what is given comes back as it is only where it cannot be changed. */
    function isCopier(fn: FunctionNode, returned: Node): boolean {
      const value = unwrap(returned);
      const isParameter = value.type === 'Identifier' && source.variableOf(value)?.defs[0]?.node === fn;
      return isParameter && values.returnsOf(fn).some(isMadeHere);
    }

    function isMadeHere(value: Node): boolean {
      const made = unwrap(value);
      if (made.type === 'ObjectExpression' || made.type === 'ArrayExpression') return true;
      const definition = made.type === 'Identifier' ? (source.variableOf(made)?.defs[0]?.node as Node | undefined) : undefined;
      const init = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : undefined;
      return init?.type === 'ObjectExpression' || init?.type === 'ArrayExpression';
    }

    function readKind(site: Node, parent: Node): ReadKind {
      if (parent.type === 'ReturnStatement' || parent.type === 'ArrowFunctionExpression') return 'return';
      if (parent.type === 'BinaryExpression') return isComparison(parent.operator) ? 'compare' : 'value';
      if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') return 'test';
      return isLogged(site) ? 'log' : 'value';
    }
  }
}

/** `[ANSWERS]` for a key that is a symbol made at the top of the module. */
export function symbolName(source: SourceIndex, key: Node): string | undefined {
  const variable = key.type === 'Identifier' ? source.variableOf(key) : undefined;
  const definition = variable && source.isModuleLevel(variable) ? variable.defs[0] : undefined;
  const init = definition?.type === 'Variable' ? definition.node.init : undefined;
  return init?.type === 'CallExpression' && /^Symbol(\.for)?$/.test(calleeText(init) ?? '') ? `[${variable!.name}]` : undefined;
}

function isComparison(operator: string): boolean {
  return /^([=!]==?|[<>]=?|in|instanceof)$/.test(operator);
}

/** Whether an expression only ends up in a log or metric call. */
export function isLogged(node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'CallExpression') {
      const text = calleeText(current);
      if (text !== undefined && LOG_CALL.test(text)) return true;
      if (text !== 'JSON.stringify' && text !== 'String' && text !== 'Object.keys') {
        if (current !== node) return false;
      }
    } else if (/Statement$|Declaration$|Declarator$/.test(current.type) || isFunction(current)) {
      return false;
    }
  }
  return false;
}
