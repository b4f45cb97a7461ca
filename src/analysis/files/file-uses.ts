/**
 * Question: what does each handler do with local files, in which order?
 *
 *     handler:  test /tmp/imported-{id},  write /tmp/imported-{id}
 *
 * For each function the calls are put in the order in which they run, calls of local functions are replaced by what those do (with
 * parameters filled in), and what remains is the sequence of file uses of a handler. A path that goes to a call which nobody knows is
 * `passed`: that call may read the file, upload it, or hand it to a program.
 *
 * Knowingly missed: the order of branches (both are taken to run, one after the other) and of concurrent work.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  booleanValue,
  calleeName,
  calleeText,
  isFunction,
  isTransparent,
  outermost,
  propertyValue,
  receiverOf,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { FileAnalysis } from '../index.js';
import { outputArguments, redirectsOf } from './command-output.js';
import {
  BUN_FILE_METHODS,
  CARRIERS,
  CHILD_PROCESS,
  DENO_FUNCTIONS,
  FILE_PACKAGES,
  FS_FUNCTIONS,
  FS_MODULE,
  LOG_CALL,
  OUTPUT_CALLS,
  PATH_ONLY,
  TEMPORARY_WRITE,
  type FileAction,
} from './file-calls.js';
import type { LocalPaths } from './local-paths.js';
import { createPathFates, type Fate } from './path-fates.js';
import { isUniquePath, keyOf, type Path } from './path-pieces.js';
import { dataOfStream } from './stream-data.js';
import { writtenName } from './written-name.js';
import type { FindModuleMember } from './module-members.js';

export type UseKind =
  | 'write'
  | 'append'
  /** Made only if it is not there: `wx`. */
  | 'claim'
  | 'read'
  | 'list'
  | 'test'
  | 'remove'
  | 'makeDirectory'
  /** Given to a call that may use the file's content. */
  | 'passed'
  /** Another program runs: it may use any file. */
  | 'program'
  /** Its path is sent in a message, or put into a database or a module variable. */
  | 'handedOn'
  /** Its path is in the response. */
  | 'answered'
  /** Its path is what the function returns. */
  | 'returned';

export interface FileUse {
  readonly kind: UseKind;
  readonly node: Node;
  /** The function that the use stands in. */
  readonly fn: FunctionNode;
  readonly paths: readonly Path[];
  /** The calls that lead to the use from the function whose sequence it is in, and the use itself at the end. */
  readonly trail: readonly Node[];
  /** What is written, where an expression says it. */
  readonly data: Node | undefined;
  /** How the path is handed on: `has its path sent in a message`. */
  readonly how?: string;
  /** The bytes come from a store that keeps them. */
  readonly isDownload?: boolean;
  /** The path that a written file is moved from. */
  readonly movedFrom?: readonly Path[];
}

export interface FileUses {
  /** The uses of a function and of all that it calls, in order. */
  readonly sequenceOf: (fn: FunctionNode) => readonly FileUse[];
  /** Functions that stand for themselves: inline callbacks belong to the function around them. */
  readonly homes: readonly FunctionNode[];
  readonly homeOf: (fn: FunctionNode) => FunctionNode;
  /** Functions whose uses are part of another sequence. */
  readonly isPartOfAnother: (fn: FunctionNode) => boolean;
}

type Step = { readonly order: number } & (
  { readonly use: FileUse } | { readonly call: CallNode; readonly callee: FunctionNode; readonly isDirect: boolean }
);

const LONGEST_SEQUENCE = 400;

export function findFileUses(analysis: FileAnalysis, findMember: FindModuleMember, paths: LocalPaths): FileUses {
  const { source, values, reach, handlers, production } = analysis;
  const fateOf = createPathFates(source, findMember);
  const homes = new Map<FunctionNode, FunctionNode>();
  const steps = new Map<FunctionNode, Step[]>();
  const sequences = new Map<FunctionNode, readonly FileUse[]>();
  const parts = new Set<FunctionNode>();

  const homeOf = (fn: FunctionNode): FunctionNode => {
    const cached = homes.get(fn);
    if (cached) return cached;
    const outer = outermost(fn).parent;
    const around =
      (outer?.type === 'CallExpression' || outer?.type === 'NewExpression') && !handlers.byFunction.has(fn) ? source.functionOf(fn) : null;
    const home = around ? homeOf(around) : fn;
    homes.set(fn, home);
    return home;
  };
  const addStep = (fn: FunctionNode, step: Step): void => {
    const home = homeOf(fn);
    const list = steps.get(home);
    if (list) list.push(step);
    else steps.set(home, [step]);
  };
  const addUse = (kind: UseKind, node: Node, fn: FunctionNode, of: readonly Path[], order: number, more: Partial<FileUse> = {}): void => {
    const relevant = of.filter(isRelevant);
    if (relevant.length > 0 || kind === 'program')
      addStep(fn, { order, use: { kind, node, fn, paths: relevant, trail: [node], data: undefined, ...more } });
  };
  const isRelevant = (path: Path): boolean =>
    path[0]?.kind === 'hole'
      ? path.some((piece) => piece.kind === 'hole' && piece.parameter)
      : paths.placeOf(path) !== 'unknown' || path.some((piece) => piece.kind === 'hole');

  const others: { node: CallNode; fn: FunctionNode }[] = [];
  for (const { node, from } of source.calls) {
    if (from === null || !reach.isInvocation(from) || production.isExcluded(node)) continue;
    if (!addFileCall(node, from, orderOf(node), argumentsOf(node))) others.push({ node, fn: from });
  }
  // Where nothing is written, and nothing is read but what is shipped with the code, no path has to be followed.
  if ([...steps.values()].some((list) => list.some((step) => 'use' in step && mayMatter(step.use)))) {
    for (const { node, fn } of others) addCall(node, fn);
    for (const fn of source.functions) if (reach.isInvocation(fn)) addReturns(fn);
    addAssignments();
  } else {
    steps.clear();
  }

  function mayMatter(use: FileUse): boolean {
    if (use.kind === 'write' || use.kind === 'append' || use.kind === 'claim') return true;
    return use.kind === 'read' && use.paths.some((path) => !/^(disk|code)$/.test(paths.placeOf(path)));
  }

  function addCall(node: CallNode, fn: FunctionNode): void {
    const order = orderOf(node);
    const args = argumentsOf(node);
    const callees = reach.calleesOf(node);
    for (const argument of args) {
      const inner = unwrap(argument);
      if (isFunction(inner)) continue;
      if (inner.type === 'Identifier' || inner.type === 'MemberExpression')
        for (const callee of values.functionsOf(inner)) addStep(fn, { order, call: node, callee, isDirect: false });
    }
    if (callees.length > 0) {
      for (const callee of callees) addStep(fn, { order, call: node, callee, isDirect: true });
      return;
    }
    addPassed(node, fn, order, args);
  }

  /** Calls that are known to touch files. */
  function addFileCall(node: CallNode, fn: FunctionNode, order: number, args: readonly Node[]): boolean {
    const member = findMember(node.callee);
    if (member) {
      const name = (member.path.at(-1) ?? '').replace(/(Sync|Async)$/, '');
      const action = FS_MODULE.test(member.module)
        ? own(FS_FUNCTIONS, name)
        : member.module === 'Deno'
          ? own(DENO_FUNCTIONS, name)
          : FILE_PACKAGES.find((entry) => entry.module.test(member.module) && entry.name.test(member.path.at(-1) ?? 'default'))?.action;
      if (action) {
        addAction(action, node, fn, order, args);
        return true;
      }
      if (FS_MODULE.test(member.module)) return true;
      if (TEMPORARY_WRITE.module.test(member.module) && TEMPORARY_WRITE.member.test(name)) {
        addUse('write', node, fn, paths.of(node), order, { data: args[0] });
        return true;
      }
      if (member.module === 'Bun' && name === 'write' && args[0]) {
        addUse('write', node, fn, paths.of(args[0]), order, { data: args[1] });
        return true;
      }
      if (
        CHILD_PROCESS.test(member.module) ||
        (member.module === 'Deno' && name === 'Command') ||
        (member.module === 'Bun' && /^spawn/.test(name))
      ) {
        addProgram(node, fn, order, args);
        return true;
      }
      if (member.module === 'process' && name === 'chdir') addUse('program', node, fn, [], order);
    }
    const receiver = receiverOf(node);
    const method = calleeName(node) ?? '';
    if (receiver && own(BUN_FILE_METHODS, method)) {
      const file = bunFile(receiver);
      if (file) {
        addAction(BUN_FILE_METHODS[method]!, node, fn, order, [file, ...args]);
        return true;
      }
    }
    return addOutput(node, fn, order, args, method, receiver);
  }

  function bunFile(node: Node): Node | undefined {
    let inner = unwrap(node);
    if (inner.type === 'Identifier') {
      const definition = source.variableOf(inner)?.defs[0]?.node as Node | undefined;
      if (definition?.type === 'VariableDeclarator' && definition.init) inner = unwrap(definition.init);
    }
    if (inner.type !== 'CallExpression') return undefined;
    const member = findMember(inner.callee);
    return member?.module === 'Bun' && member.path[0] === 'file' && inner.arguments[0]?.type !== 'SpreadElement'
      ? inner.arguments[0]
      : undefined;
  }

  function addAction(action: FileAction, node: CallNode, fn: FunctionNode, order: number, args: readonly Node[]): void {
    const [first, second, third] = args;
    if (!first) return;
    const target = paths.of(first);
    switch (action) {
      case 'write': {
        const isStream =
          calleeName(node)?.startsWith('createWriteStream') === true || (second !== undefined && /Stream$/.test(calleeName(node) ?? ''));
        const data =
          isStream || !second || (unwrap(second).type === 'ObjectExpression' && !third && /^(create|open)/.test(calleeName(node) ?? ''))
            ? dataOfStream(source, node)
            : second;
        addUse(kindOfFlags(isStream ? second : third) ?? 'write', node, fn, target, order, { data });
        return;
      }
      case 'append':
        addUse('append', node, fn, target, order, { data: second });
        return;
      case 'open':
        addUse(kindOfFlags(second) ?? 'read', node, fn, target, order);
        return;
      case 'copy':
        addUse('read', node, fn, target, order);
        if (second) addUse('write', node, fn, paths.of(second), order, { movedFrom: target });
        return;
      case 'move':
        addUse('passed', node, fn, target, order);
        if (second) addUse('write', node, fn, paths.of(second), order, { movedFrom: target });
        return;
      case 'link':
        addUse('passed', node, fn, target, order);
        return;
      default:
        addUse(action, node, fn, target, order);
    }
  }

  /** Libraries that write a file whose path they are given. Plain names such as `toFile('a')` need a path that is rooted. */
  function addOutput(
    node: CallNode,
    fn: FunctionNode,
    order: number,
    args: readonly Node[],
    method: string,
    receiver: Node | undefined,
  ): boolean {
    for (const entry of OUTPUT_CALLS) {
      if (!entry.method.test(method)) continue;
      if (entry.module && !source.modules.some((name) => entry.module!.test(name))) continue;
      if (entry.receiver && !(receiver && entry.receiver.test(writtenName(receiver)))) continue;
      if (!receiver && !entry.module && typeof entry.at === 'number') continue;
      if (reach.calleesOf(node).length > 0) continue;
      const at =
        typeof entry.at === 'number'
          ? args[entry.at]
          : args
              .map(objectOf)
              .map((object) => propertyValue(object, entry.at as string))
              .find((value) => value !== undefined);
      if (!at || isFunction(unwrap(at))) continue;
      const target = paths.of(at);
      // A dash is standard output, and the null device keeps nothing.
      if (!target.some(isRelevant) || /^(-|pipe:\d?|\/dev\/\w+|NUL)$/.test(stringValue(at) ?? '')) continue;
      addUse('write', node, fn, target, order, { isDownload: entry.isDownload === true });
      return true;
    }
    return false;
  }

  function objectOf(node: Node): Node | undefined {
    const inner = unwrap(node);
    if (inner.type === 'ObjectExpression') return inner;
    return values.of(inner).find((value) => value.kind === 'object')?.node;
  }

  function addProgram(node: CallNode, fn: FunctionNode, order: number, args: readonly Node[]): void {
    addUse('program', node, fn, [], order);
    const outputs = outputArguments(source, args);
    if (args[0]) for (const { kind, path } of redirectsOf(args[0], paths)) addUse(kind, node, fn, [path], order + 0.5);
    for (const output of outputs) if (/[/\\]/.test(stringValue(output) ?? '/')) addUse('write', node, fn, paths.of(output), order + 0.5);
    for (const argument of args)
      walkPaths(argument, 0, (found, at) => (outputs.has(at) ? undefined : addUse('passed', node, fn, found, order)));
  }

  /** Calls of unknown code: what happens to a path that is among the arguments. */
  function addPassed(node: CallNode, fn: FunctionNode, order: number, args: readonly Node[]): void {
    const name = calleeName(node) ?? '';
    const text = calleeText(node) ?? name;
    if (CARRIERS.test(text) && !/^(NextResponse|Response)\.json$/.test(text)) return;
    if (PATH_ONLY.test(name) || LOG_CALL.test(text) || /Error$/.test(name) || name === 'URL') return;
    for (const argument of args) {
      walkPaths(argument, 0, (found, at, isInside) => {
        const { kind, how }: Fate = bunFile(at) ? { kind: 'read' } : fateOf(node, isInside);
        addUse(kind, node, fn, found, order, how === undefined ? {} : { how });
      });
    }
  }

  /** Visits the paths that an argument holds: itself, in a template, in an object or a list, behind a variable. */
  function walkPaths(
    node: Node,
    depth: number,
    visit: (found: readonly Path[], at: Node, isInside: boolean) => void,
    isInside = false,
  ): void {
    if (depth > 6) return;
    const inner = unwrap(node);
    switch (inner.type) {
      case 'Literal':
        if (typeof inner.value === 'string' && /[/.]/.test(inner.value)) {
          for (const found of inner.value.matchAll(/\/tmp\/[\w./-]+/g)) visit([[{ kind: 'text', text: found[0] }]], inner, isInside);
          if (!inner.value.includes(' ')) visit(paths.of(inner), inner, isInside);
        }
        return;
      case 'TemplateLiteral':
        visit(paths.of(inner), inner, isInside);
        for (const expression of inner.expressions) walkPaths(expression, depth + 1, visit, isInside);
        for (const quasi of inner.quasis)
          for (const found of (quasi.value.cooked ?? '').matchAll(/\/tmp\/[\w./-]+/g))
            visit([[{ kind: 'text', text: found[0] }]], inner, isInside);
        return;
      case 'BinaryExpression':
        if (inner.operator !== '+') return;
        visit(paths.of(inner), inner, isInside);
        walkPaths(inner.left as Node, depth + 1, visit, isInside);
        walkPaths(inner.right, depth + 1, visit, isInside);
        return;
      case 'Identifier': {
        visit(paths.of(inner), inner, isInside);
        const definition = source.variableOf(inner)?.defs[0];
        const declarator = definition?.node as Node | undefined;
        if (declarator?.type !== 'VariableDeclarator' || !declarator.init || declarator.id !== definition!.name) return;
        const init = unwrap(declarator.init);
        if (
          /^(ObjectExpression|ArrayExpression|TemplateLiteral|ConditionalExpression|BinaryExpression)$/.test(init.type) ||
          (init.type === 'CallExpression' && isCarrier(init))
        )
          walkPaths(init, depth + 1, visit, isInside);
        return;
      }
      case 'MemberExpression':
        visit(paths.of(inner), inner, isInside);
        return;
      case 'ObjectExpression':
        for (const property of inner.properties)
          walkPaths(property.type === 'SpreadElement' ? property.argument : property.value, depth + 1, visit, true);
        return;
      case 'ArrayExpression':
        for (const element of inner.elements)
          if (element) walkPaths(element.type === 'SpreadElement' ? element.argument : element, depth + 1, visit, true);
        return;
      case 'AwaitExpression':
        walkPaths(inner.argument, depth + 1, visit, isInside);
        return;
      case 'ConditionalExpression':
        walkPaths(inner.consequent, depth + 1, visit, isInside);
        walkPaths(inner.alternate, depth + 1, visit, isInside);
        return;
      case 'LogicalExpression':
        walkPaths(inner.left, depth + 1, visit, isInside);
        walkPaths(inner.right, depth + 1, visit, isInside);
        return;
      case 'CallExpression':
        if (isCarrier(inner))
          for (const argument of inner.arguments) if (argument.type !== 'SpreadElement') walkPaths(argument, depth + 1, visit, isInside);
        if (!isCarrier(inner)) visit(paths.of(inner), inner, isInside);
        return;
      default:
    }
  }

  function isCarrier(call: TSESTree.CallExpression): boolean {
    return CARRIERS.test(calleeText(call) ?? '');
  }

  function addReturns(fn: FunctionNode): void {
    const home = homeOf(fn);
    const isHome = home === fn || isReturnedCallback(fn);
    for (const returned of values.returnsOf(fn)) {
      if (production.isExcluded(returned)) continue;
      const inner = unwrap(returned);
      const order = inner.range[1] + 0.25;
      if (inner.type === 'CallExpression' && !isCarrier(inner) && !paths.of(inner).some(isRelevant)) continue;
      let isAlone = true;
      if (inner.type === 'ObjectExpression') isAlone = false;
      walkPaths(returned, 0, (found) =>
        addUse(isHome ? 'returned' : 'passed', returned, fn, found, order, { how: isAlone ? 'alone' : 'inside' }),
      );
    }
  }

  /** `return withSpan(async () => { … return path })`: what the callback returns is what the function returns. */
  function isReturnedCallback(fn: FunctionNode): boolean {
    for (let node: Node | undefined = outermost(fn).parent; node; node = node.parent) {
      if (node.type === 'ReturnStatement') return true;
      if (isFunction(node)) return node.body.type !== 'BlockStatement' && homeOf(node) === node;
      if (node.type !== 'CallExpression' && node.type !== 'AwaitExpression' && node.type !== 'MemberExpression' && !isTransparent(node))
        return false;
    }
    return false;
  }

  /** `lastReport = file`, `ctx.body = { file }`, `process.env.KEY_FILE = file`. */
  function addAssignments(): void {
    for (const variable of source.moduleScope.variables) {
      for (const reference of variable.references) {
        const fn = source.functionOf(reference.identifier as Node);
        if (!fn || !reach.isInvocation(fn)) continue;
        const assignment = assignedAround(reference.identifier as Node);
        if (assignment && !isFunction(unwrap(assignment.right))) {
          walkPaths(assignment.right, 3, (found) =>
            addUse('handedOn', assignment, fn, found, assignment.range[1], { how: 'has its path kept in a module variable' }),
          );
        }
      }
    }
    for (const reference of source.globals.get('process') ?? []) {
      const fn = source.functionOf(reference.identifier as Node);
      const assignment = fn && reach.isInvocation(fn) ? assignedAround(reference.identifier as Node) : undefined;
      if (assignment) walkPaths(assignment.right, 3, (found) => addUse('passed', assignment, fn!, found, assignment.range[1]));
    }
    for (const handler of handlers.all) {
      for (const parameter of handler.fn.params) {
        if (parameter.type !== 'Identifier') continue;
        for (const reference of source.variableOf(parameter)?.references ?? []) {
          const assignment = assignedAround(reference.identifier as Node);
          if (assignment) walkPaths(assignment.right, 0, (found) => addUse('answered', assignment, handler.fn, found, assignment.range[1]));
        }
      }
    }
  }

  function assignedAround(identifier: Node): TSESTree.AssignmentExpression | undefined {
    let node = identifier;
    while (node.parent && (isTransparent(node.parent) || (node.parent.type === 'MemberExpression' && node.parent.object === node)))
      node = node.parent;
    const parent = node.parent;
    return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=' ? parent : undefined;
  }

  const sequenceOf = (fn: FunctionNode): readonly FileUse[] => {
    const cached = sequences.get(fn);
    if (cached) return cached;
    sequences.set(fn, []); // cuts cycles
    const uses: FileUse[] = [];
    const ordered = (steps.get(fn) ?? []).sort((a, b) => a.order - b.order);
    for (const step of ordered) {
      if (uses.length > LONGEST_SEQUENCE) break;
      if ('use' in step) {
        uses.push(step.use);
        continue;
      }
      const home = homeOf(step.callee);
      if (home === fn) continue;
      parts.add(home);
      expand(step.call, step.callee, step.isDirect, uses);
    }
    sequences.set(fn, uses);
    return uses;
  };

  /** Puts what a called function does in place of its call. */
  function expand(call: CallNode, callee: FunctionNode, isDirect: boolean, uses: FileUse[]): void {
    const caller = source.functionOf(call);
    const keys = new Set<string>();
    for (const use of sequenceOf(homeOf(callee))) {
      const filled = isDirect ? paths.fill(use.paths, callee, call) : use.paths;
      const relevant = filled.filter(isRelevant);
      if (relevant.length === 0 && use.kind !== 'program') continue;
      for (const path of relevant) keys.add(keyOf(path));
      if (use.kind !== 'returned') {
        uses.push({
          ...use,
          paths: relevant,
          trail: [call, ...use.trail],
          movedFrom: use.movedFrom && isDirect ? paths.fill(use.movedFrom, callee, call) : use.movedFrom,
        });
      } else if (!isDirect || !isFollowed(call, relevant)) {
        uses.push({ ...use, kind: 'passed', paths: relevant, trail: [call, ...use.trail] });
      }
    }
    if (!isDirect || !caller) return;
    // A path that is given to a local function which seems to do nothing with it has gone where nobody can follow.
    for (const argument of call.arguments) {
      if (argument.type === 'SpreadElement') continue;
      walkPaths(argument, 0, (found) => {
        const lost = found.filter((path) => isRelevant(path) && !keys.has(keyOf(path)));
        if (lost.length > 0) uses.push({ kind: 'passed', node: call, fn: caller, paths: lost, trail: [call], data: undefined });
      });
    }
  }

  /** A returned path can be followed where the call itself stands for it, or where the result is not looked at. */
  function isFollowed(call: CallNode, returned: readonly Path[]): boolean {
    const keys = new Set(paths.of(call).map(keyOf));
    if (returned.some((path) => keys.has(keyOf(path)))) return true;
    let parent = outermost(call).parent;
    while (parent?.type === 'AwaitExpression') parent = outermost(parent).parent;
    if (parent?.type === 'ExpressionStatement') return true;
    // `const { file } = await render()`, `const result = await render(); result.file`: members are followed by name.
    return parent?.type === 'VariableDeclarator' && (parent.id.type === 'ObjectPattern' || isReadByMembers(parent.id));
  }

  function isReadByMembers(id: Node): boolean {
    const references = id.type === 'Identifier' ? (source.variableOf(id)?.references ?? []) : [];
    return references.every(
      (reference) =>
        reference.init === true ||
        (reference.identifier.parent?.type === 'MemberExpression' && reference.identifier.parent.object === reference.identifier),
    );
  }

  return { sequenceOf, homes: [...steps.keys()], homeOf, isPartOfAnother: (fn) => parts.has(fn) };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Options and flags of opening calls: `'wx'`, `{ flag: 'a' }`, `{ createNew: true }`. */
function kindOfFlags(node: Node | undefined): UseKind | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') {
    const flag = stringValue(propertyValue(inner, 'flag') ?? propertyValue(inner, 'flags'));
    if (flag !== undefined) return kindOfFlag(flag);
    if (booleanValue(propertyValue(inner, 'createNew'))) return 'claim';
    if (booleanValue(propertyValue(inner, 'append'))) return 'append';
    return booleanValue(propertyValue(inner, 'write')) || booleanValue(propertyValue(inner, 'create')) ? 'write' : undefined;
  }
  const flag = stringValue(inner);
  return flag === undefined ? undefined : kindOfFlag(flag);
}

function kindOfFlag(flag: string): UseKind | undefined {
  if (!/^[rwasx+]{1,4}$/.test(flag)) return undefined;
  if (flag.includes('x')) return 'claim';
  if (flag.startsWith('a')) return 'append';
  return flag.startsWith('w') ? 'write' : flag === 'r+' ? 'write' : 'read';
}

function argumentsOf(node: CallNode): TSESTree.Expression[] {
  return node.arguments.filter((argument): argument is TSESTree.Expression => argument.type !== 'SpreadElement');
}

/** Calls run after their arguments, but before the callbacks among them. */
function orderOf(node: CallNode): number {
  for (const argument of node.arguments) {
    const inner = unwrap(argument);
    if (isFunction(inner)) return inner.range[0];
  }
  return node.range[1];
}

export function isUniqueUse(use: FileUse): boolean {
  return use.paths.length > 0 && use.paths.every(isUniquePath);
}
