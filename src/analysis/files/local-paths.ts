/**
 * Question: which file does a path expression mean, and where does it lie?
 *
 *     const file = path.join(os.tmpdir(), `report-${month}.csv`);   // /tmp/report-{month}.csv, in the temporary directory
 *
 * A path is a list of pieces: text, roots (the temporary directory, the working directory, the code's folder) and holes. A hole has
 * a key, so that two expressions with the same text and the same variables are the same path. A hole that stands for a parameter can
 * be filled with the argument of a call: that is how a path is followed through helpers.
 *
 * An expression may mean several paths (a condition, several callers); these are its alternatives. Knowingly missed: paths kept in
 * containers, built character by character, or given by another module.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isClass, isFunction, keyInPattern, keyName, propertyName, receiverOf, stringValue, unwrap, type CallNode, type FunctionNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Variable } from '../source-index.js';
import type { FindModuleMember } from './module-members.js';
import { ABSOLUTE_PLACES, ENVIRONMENT_PLACES, TEMPORARY_DIRECTORY, TEMPORARY_DIRECTORY_PACKAGE, TEMPORARY_PATHS, type Place } from './path-places.js';
import { environmentName, type Production } from '../production.js';

export interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  /** The property of the parameter, where it is an object: `path` of `({ path })`, `options.path`. */
  readonly property: string | undefined;
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'root'; readonly place: Place; readonly text: string; readonly isUnique: boolean }
  | { readonly kind: 'hole'; readonly key: string; readonly node: Node; readonly isUnique: boolean; readonly parameter: Parameter | undefined };

export type Path = readonly Piece[];

export interface LocalPaths {
  /** What an expression may mean. */
  readonly of: (node: Node) => readonly Path[];
  /** Fills the holes that stand for parameters of `fn` with the arguments of a call. */
  readonly fill: (paths: readonly Path[], fn: FunctionNode, call: CallNode) => readonly Path[];
  /** Fills what remains of holes with the defaults of their parameters. */
  readonly fillDefaults: (paths: readonly Path[]) => readonly Path[];
  readonly placeOf: (path: Path) => Place;
}

const MOST_ALTERNATIVES = 6;
const DEEPEST = 12;
const CALENDAR = /\.get(UTC)?(FullYear|Month|Date|Day)\(|\.to(Date|LocaleDate)String\(|\.toISOString\(\)\.(slice|substring|substr)\(0, (10|7|4)\)|\.toISOString\(\)\.split\(['"]T['"]\)|\/\s*(\d[\d_]{6,}|\(?(\d+\s*\*\s*){2,}\d+)/;
const FINER_THAN_A_DAY = /Hours\(|Minutes\(|Seconds\(|Milliseconds\(|Date\.now\(/;
const REQUEST_ID = /^(awsRequestId|requestId|invocationId|traceId|executionId|x-request-id|eventId)$/i;
const KEEPS_VALUE = /^(toString|trim|valueOf|normalize|toWellFormed)$/;
const CHANGES_VALUE = /^(replace|replaceAll|toLowerCase|toUpperCase|slice|substring|substr|padStart|split|shift|pop|at)$/;

export function createLocalPaths(analysis: FileAnalysis, findMember: FindModuleMember, production: Production): LocalPaths {
  const { source, values, reach, origins, settings } = analysis;
  const known = new Map<Node, readonly Path[]>();
  /** Variables whose writes are being followed: `file = compress(file)` starts from what `file` was first. */
  const visiting = new Set<Variable>();
  const variableNumbers = new Map<Variable, number>();
  let depth = 0;

  const text = (value: string): Path => (value === '' ? [] : [{ kind: 'text', text: value }]);
  const root = (place: Place, value: string, isUnique = false): Path => [{ kind: 'root', place, text: value, isUnique }];

  const of = (node: Node): readonly Path[] => {
    const expression = unwrap(node);
    const cached = known.get(expression);
    if (cached) return cached;
    if (depth > DEEPEST) return [hole(expression)];
    known.set(expression, []); // cuts cycles
    depth += 1;
    const found = compute(expression);
    depth -= 1;
    const paths = unique(found.length > 0 ? found : [hole(expression)]);
    known.set(expression, paths);
    return paths;
  };

  const compute = (node: Node): readonly Path[] => {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' || typeof node.value === 'number' ? [text(String(node.value))] : [];
      case 'TemplateLiteral':
        return concat(node.quasis.flatMap((quasi, index) => [[text(quasi.value.cooked ?? '')], ...(node.expressions[index] ? [of(node.expressions[index])] : [])]));
      case 'BinaryExpression':
        return node.operator === '+' ? concat([of(node.left as Node), of(node.right)]) : [];
      case 'Identifier':
        return ofIdentifier(node);
      case 'MemberExpression':
        return ofMember(node);
      case 'AwaitExpression':
        return of(node.argument);
      case 'ConditionalExpression': {
        const branch = production.branchOf(node.test);
        if (branch) return of(node[branch]);
        return [...of(node.consequent), ...of(node.alternate)];
      }
      case 'LogicalExpression':
        return node.operator === '&&' ? of(node.right) : [...of(node.left), ...of(node.right)];
      case 'AssignmentExpression':
        return node.operator === '=' ? of(node.right) : [];
      case 'SequenceExpression':
        return of(node.expressions.at(-1)!);
      case 'CallExpression':
      case 'NewExpression':
        return ofCall(node);
      default:
        return [];
    }
  };

  const ofIdentifier = (node: TSESTree.Identifier): readonly Path[] => {
    const variable = source.variableOf(node);
    if (!variable) {
      if (node.name === '__dirname') return [root('code', '__dirname')];
      if (node.name === '__filename') return [[...root('code', '__dirname'), ...text('/__filename')]];
      return node.name === 'undefined' ? [] : [hole(node)];
    }
    const member = findMember(node);
    if (member && member.path.length === 0 && TEMPORARY_DIRECTORY_PACKAGE.test(member.module)) return [root('tmp', '/tmp')];
    if (member && member.module === 'tempy' && member.path.at(-1) === 'rootTemporaryDirectory') return [root('tmp', '/tmp')];
    return ofVariable(variable, node);
  };

  const ofVariable = (variable: Variable, node: Node): readonly Path[] => {
    const definition = variable.defs[0];
    if (!definition) return [hole(node)];
    const name = definition.name as Node;
    if (definition.type === 'Parameter') return [parameterHole(definition.node as FunctionNode, name, variable)];
    const declarator = definition.node as Node;
    if (declarator.type !== 'VariableDeclarator') return [hole(node, variable)];
    const found: Path[] = [];
    if (declarator.init) {
      if (declarator.id === name) found.push(...ofWritten(declarator.init));
      else if (declarator.id.type === 'ObjectPattern') {
        const key = keyInPattern(declarator.id, name);
        if (key !== undefined) found.push(...propertyOf(declarator.init, key));
      }
    }
    let writes = visiting.has(variable) ? Infinity : 0;
    visiting.add(variable);
    for (const reference of variable.references) {
      if (!reference.isWrite() || reference.init || !reference.writeExpr || writes >= 4 || production.isExcluded(reference.identifier as Node)) continue;
      writes += 1;
      const written = unwrap(reference.writeExpr as Node);
      if (reference.identifier.parent?.type === 'AssignmentExpression' && reference.identifier.parent.operator === '=') found.push(...ofWritten(written));
    }
    if (writes !== Infinity) visiting.delete(variable);
    const isLoop = declarator.parent?.parent?.type === 'ForOfStatement' || declarator.parent?.parent?.type === 'ForInStatement';
    return found.length > 0 && !isLoop ? found : [hole(node, variable)];
  };

  /** Values that say nothing (`null`, `''`, `undefined`) are no paths. */
  const ofWritten = (node: Node): readonly Path[] => {
    const inner = unwrap(node);
    if (inner.type === 'Literal' && (inner.value === null || inner.value === '' || typeof inner.value === 'boolean')) return [];
    return of(inner);
  };

  const parameterHole = (fn: FunctionNode, name: Node, variable: Variable): Path => {
    if (!isFunction(fn)) return hole(name, variable);
    const index = fn.params.findIndex((parameter) => parameter.range[0] <= name.range[0] && name.range[1] <= parameter.range[1]);
    let target: Node | undefined = fn.params[index];
    if (target?.type === 'TSParameterProperty') target = target.parameter;
    if (target?.type === 'AssignmentPattern') target = target.left;
    if (target === name) return [{ kind: 'hole', key: variableKey(variable), node: name, isUnique: isUniqueName(name), parameter: { fn, index, property: undefined } }];
    const property = target?.type === 'ObjectPattern' ? keyInPattern(target, name) : undefined;
    return property === undefined
      ? hole(name, variable)
      : [{ kind: 'hole', key: variableKey(variable), node: name, isUnique: isUniqueName(name), parameter: { fn, index, property } }];
  };

  const variableKey = (variable: Variable): string => {
    let number = variableNumbers.get(variable);
    if (number === undefined) variableNumbers.set(variable, (number = variableNumbers.size));
    return `v${number}`;
  };

  const hole = (node: Node, variable?: Variable): Path => {
    const inner = unwrap(node);
    let key = `n${inner.range[0]}-${inner.range[1]}`;
    if (variable) key = variableKey(variable);
    else if (inner.type === 'Identifier') {
      const own = source.variableOf(inner);
      key = own ? variableKey(own) : `g${inner.name}`;
    } else if (inner.type === 'MemberExpression') key = memberKey(inner) ?? key;
    return [{ kind: 'hole', key, node: inner, isUnique: isUniqueName(inner), parameter: undefined }];
  };

  const memberKey = (node: TSESTree.MemberExpression): string | undefined => {
    const names: string[] = [];
    let inner: Node = node;
    while (inner.type === 'MemberExpression') {
      const name = propertyName(inner);
      if (name === undefined) return undefined;
      names.unshift(name);
      inner = unwrap(inner.object);
    }
    if (inner.type === 'ThisExpression') return `this.${names.join('.')}`;
    if (inner.type !== 'Identifier') return undefined;
    const variable = source.variableOf(inner);
    return `${variable ? variableKey(variable) : inner.name}.${names.join('.')}`;
  };

  const isUniqueName = (node: Node): boolean => {
    if (node.type === 'MemberExpression' && REQUEST_ID.test(propertyName(node) ?? '')) return true;
    const from = origins.of(node);
    return from.has('fresh') || (from.has('time') && !isCalendarPart(node));
  };

  /** A day, a week, a month, also by division: every invocation of that time has the same name. */
  const isCalendarPart = (node: Node, depth = 3): boolean => {
    const inner = unwrap(node);
    const written = source.text.slice(...inner.range);
    if (CALENDAR.test(written)) return !FINER_THAN_A_DAY.test(written);
    if (depth === 0) return false;
    if (inner.type === 'CallExpression') {
      const [fn] = values.functionsOf(inner.callee);
      if (fn) return isCalendarPart(fn.body, depth - 1);
      // `String(week).padStart(2, '0')`
      const receiver = receiverOf(inner);
      return [...(receiver ? [receiver] : []), ...inner.arguments].some((part) => isCalendarPart(part, depth - 1));
    }
    const definition = inner.type === 'Identifier' ? (source.variableOf(inner)?.defs[0]?.node as Node | undefined) : undefined;
    if (definition?.type === 'VariableDeclarator') return definition.init !== null && isCalendarPart(definition.init, depth - 1);
    const index = isFunction(definition) ? definition.params.indexOf(source.variableOf(inner)!.defs[0]!.name as TSESTree.Parameter) : -1;
    const given = index === -1 ? [] : reach.callersOf(definition as FunctionNode).flatMap(({ node: call }) => call.arguments[index] ?? []);
    return given.length > 0 && given.every((argument) => isCalendarPart(argument, depth - 1));
  };

  const ofMember = (node: TSESTree.MemberExpression): readonly Path[] => {
    const variable = environmentName(node);
    if (variable !== undefined) return ofEnvironment(variable, node);
    const name = propertyName(node);
    const object = unwrap(node.object);
    if (object.type === 'MetaProperty') {
      if (name === 'dirname' || name === 'dir') return [root('code', '__dirname')];
      if (name === 'url' || name === 'filename' || name === 'path') return [[...root('code', '__dirname'), ...text('/__filename')]];
    }
    if (name === undefined) return [hole(node)];
    if (object.type === 'ThisExpression') {
      const found = ofField(object, name);
      return found.length > 0 ? found : [hole(node)];
    }
    const found = propertyOf(object, name);
    return found.length > 0 ? found : [hole(node)];
  };

  const ofEnvironment = (name: string, node: Node): readonly Path[] => {
    const entry = ENVIRONMENT_PLACES.find((candidate) => candidate.name.test(name));
    return entry ? [root(entry.place, entry.path)] : [hole(node)];
  };

  const ofField = (node: TSESTree.ThisExpression, name: string): readonly Path[] => {
    const owner = source.ownerOfThis.get(node);
    if (!owner) return [];
    const found: Path[] = [];
    if (owner.type === 'ObjectExpression') {
      const property = owner.properties.find((candidate) => candidate.type === 'Property' && keyName(candidate) === name);
      return property?.type === 'Property' ? of(property.value) : [];
    }
    let constructor: FunctionNode | undefined = isFunction(owner) ? owner : undefined;
    if (isClass(owner)) {
      for (const member of owner.body.body) {
        if (member.type === 'PropertyDefinition' && keyName(member) === name && member.value) found.push(...ofWritten(member.value));
        if (member.type === 'MethodDefinition' && member.kind === 'constructor' && isFunction(member.value)) constructor = member.value;
      }
      constructor?.params.forEach((parameter, index) => {
        if (parameter.type !== 'TSParameterProperty') return;
        const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
        if (target.type === 'Identifier' && target.name === name) found.push([{ kind: 'hole', key: `this.${name}`, node: target, isUnique: false, parameter: { fn: constructor!, index, property: undefined } }]);
      });
    }
    for (const use of source.thisUses.get(owner) ?? []) {
      const member = use.parent;
      if (member?.type !== 'MemberExpression' || propertyName(member) !== name) continue;
      const assignment = member.parent;
      if (assignment?.type === 'AssignmentExpression' && assignment.left === member && assignment.operator === '=') found.push(...ofWritten(assignment.right));
    }
    if (!constructor) return found;
    const sites = reach.callersOf(constructor).filter((site) => site.node.type === 'NewExpression');
    if (sites.length === 0) return fillDefaults(found);
    return unique(sites.slice(0, 3).flatMap((site) => fill(found, constructor!, site.node)));
  };

  /** The paths of a property: of an object literal, of what a local function returns, of a parameter, of a temporary file. */
  const propertyOf = (node: Node, name: string): readonly Path[] => {
    const object = unwrap(node);
    const found: Path[] = [];
    if (object.type === 'AwaitExpression') return propertyOf(object.argument, name);
    if (object.type === 'CallExpression' || object.type === 'NewExpression') {
      if (isTemporary(object)) return of(object);
      if (object.type === 'CallExpression' && depth < DEEPEST) {
        depth += 1;
        for (const callee of reach.calleesOf(object)) {
          for (const returned of values.returnsOf(callee)) {
            const filled = fill(propertyOf(returned, name).filter((path) => !isOwnHole(path, returned)), callee, object);
            found.push(...filled);
          }
        }
        depth -= 1;
        if (found.length > 0) return unique(found);
      }
    }
    if (object.type === 'ObjectExpression') {
      for (const property of object.properties) {
        if (property.type === 'Property' && keyName(property) === name) return of(property.value);
      }
      return [];
    }
    if (object.type === 'Identifier') {
      const variable = source.variableOf(object);
      const definition = variable?.defs[0];
      if (definition?.type === 'Parameter') {
        const [piece] = parameterHole(definition.node as FunctionNode, definition.name as Node, variable!);
        if (piece?.kind === 'hole' && piece.parameter && piece.parameter.property === undefined) {
          return [[{ ...piece, key: `${piece.key}.${name}`, parameter: { ...piece.parameter, property: name } }]];
        }
      }
      const declarator = definition?.node as Node | undefined;
      if (declarator?.type === 'VariableDeclarator' && declarator.init && declarator.id === definition!.name && depth < DEEPEST) {
        depth += 1;
        const paths = propertyOf(declarator.init, name);
        depth -= 1;
        return paths;
      }
      return [];
    }
    for (const value of values.of(object)) {
      if (value.kind !== 'object') continue;
      const property = value.node.properties.find((candidate) => candidate.type === 'Property' && keyName(candidate) === name);
      if (property?.type === 'Property') found.push(...of(property.value));
    }
    return found;
  };

  const isOwnHole = (path: Path, node: Node): boolean => path.length === 1 && path[0]!.kind === 'hole' && path[0]!.node === node;

  const isTemporary = (node: CallNode): boolean => {
    const member = findMember(node.callee);
    return member !== undefined && TEMPORARY_PATHS.some((entry) => entry.module.test(member.module) && entry.member.test(member.path.at(-1) ?? ''));
  };

  const ofCall = (node: CallNode): readonly Path[] => {
    const args = node.arguments.filter((argument) => argument.type !== 'SpreadElement');
    const member = findMember(node.callee);
    const name = member ? (member.path.at(-1) ?? '') : (calleeName(node) ?? '');
    if (member) {
      if (isTemporary(node)) {
        const base = args[0] && /^mkdtemp/.test(name) ? of(args[0])[0] : undefined;
        const place = base ? placeOf(base) : 'tmp';
        const prefix: Path = base && place !== 'unknown' ? base : root('tmp', '/tmp');
        return [[...prefix, { kind: 'root', place, text: `~${node.range[0]}`, isUnique: true }]];
      }
      if (TEMPORARY_DIRECTORY.module.test(member.module) && TEMPORARY_DIRECTORY.member.test(name)) return [root('tmp', '/tmp')];
      // The folder of a person: what no platform runs is a program of theirs.
      if (member.module === 'os' && name === 'homedir') return analysis.handlers.hasPlatformHandler ? [root('disk', '~')] : [];
      if ((member.module === 'process' || member.module === 'Deno') && name === 'cwd') return [root('disk', '.')];
      if (TEMPORARY_DIRECTORY_PACKAGE.test(member.module)) return [root('tmp', '/tmp')];
      if (/^path(\/posix|\/win32)?$/.test(member.module) || /^(@std\/path|upath|pathe|https:.*\/path\/)/.test(member.module)) return ofPathCall(name, args, node);
      if (name === 'fileURLToPath' && args[0]) return of(args[0]);
      if (member.module === 'Deno' && member.path.join('.') === 'env.get') {
        const variable = stringValue(args[0]);
        if (variable !== undefined) return ofEnvironment(variable, node);
      }
      if (member.module === 'Bun' && name === 'file' && args[0]) return of(args[0]);
    }
    if (name === 'URL' && node.type === 'NewExpression' && args[0]) {
      const base = args[1] && of(args[1])[0];
      if (base && placeOf(base) === 'code') return concat([[root('code', '__dirname')], [text('/')], of(args[0])]);
      return base ? [hole(node)] : of(args[0]);
    }
    if (name === 'String' && args[0]) return of(args[0]);
    if (name === 'Promise' && node.type === 'NewExpression') return ofPromise(args[0]);
    const receiver = receiverOf(node);
    if (receiver && KEEPS_VALUE.test(name)) return of(receiver);
    if (receiver && CHANGES_VALUE.test(name)) {
      const paths = of(receiver).filter((path) => placeOf(path) !== 'unknown' && path[0]!.kind === 'root');
      return paths.length > 0 ? paths.map((path) => [path[0]!, ...text('/'), ...hole(node)]) : [hole(node)];
    }
    if (receiver && name === 'concat') return concat([of(receiver), ...args.map(of)]);
    if (receiver && name === 'join' && receiver.type === 'ArrayExpression') {
      const elements = receiver.elements.filter((element): element is TSESTree.Expression => element !== null && element.type !== 'SpreadElement');
      const separator = stringValue(args[0]) ?? ',';
      return concat(elements.flatMap((element, index) => (index === 0 ? [of(element)] : [[text(separator)], of(element)])));
    }
    if ((name === 'catch' || name === 'then') && receiver) return name === 'catch' ? of(receiver) : [hole(node)];
    if (node.type === 'NewExpression') return [hole(node)];
    const found: Path[] = [];
    for (const callee of reach.calleesOf(node)) {
      for (const returned of values.returnsOf(callee)) {
        const inner = unwrap(returned);
        if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression') continue;
        found.push(...fill(ofWritten(returned), callee, node));
      }
    }
    return found;
  };

  const ofPathCall = (name: string, args: readonly Node[], node: Node): readonly Path[] => {
    if (name === 'join' || name === 'resolve') {
      const parts = args.map(of);
      let joined: readonly Path[] = parts[0] ?? [];
      if (name === 'resolve' && !parts.length) return [root('disk', '.')];
      for (const part of parts.slice(1)) {
        // A later absolute path wins in `resolve`; a root in the middle is a folder that the caller made absolute itself.
        joined = unique(
          joined.flatMap((left) => part.map((right) => (right[0]?.kind === 'root' || (name === 'resolve' && right[0]?.kind === 'text' && right[0].text.startsWith('/')) ? right : [...left, ...text('/'), ...right]))),
        );
      }
      return name === 'resolve' ? joined.map((path) => (path[0]?.kind === 'hole' ? path : path)) : joined;
    }
    if (name === 'normalize' || name === 'toNamespacedPath') return args[0] ? of(args[0]) : [];
    if (name === 'dirname') return args[0] ? of(args[0]).map(parentOf) : [];
    if (name === 'basename' || name === 'extname') return [hole(node)];
    return [];
  };

  /** `new Promise((resolve) => … resolve(path))`: what the promise is resolved with. */
  const ofPromise = (executor: Node | undefined): readonly Path[] => {
    const fn = executor && unwrap(executor);
    const first = isFunction(fn) ? fn.params[0] : undefined;
    const variable = first?.type === 'Identifier' ? source.variableOf(first) : undefined;
    const found: Path[] = [];
    for (const reference of variable?.references ?? []) {
      const call = reference.identifier.parent;
      if (call?.type === 'CallExpression' && call.callee === reference.identifier && call.arguments[0] && call.arguments[0].type !== 'SpreadElement') found.push(...ofWritten(call.arguments[0]));
    }
    return found;
  };

  const concat = (parts: readonly (readonly Path[])[]): readonly Path[] => {
    let paths: readonly Path[] = [[]];
    for (const part of parts) paths = unique(paths.flatMap((left) => part.map((right) => [...left, ...right]))).slice(0, MOST_ALTERNATIVES);
    return paths;
  };

  const fill = (paths: readonly Path[], fn: FunctionNode, call: CallNode): readonly Path[] =>
    substitute(paths, ({ parameter }) => {
      if (parameter?.fn !== fn) return undefined;
      const argument = call.arguments[parameter.index];
      if (argument?.type === 'SpreadElement' || call.arguments.slice(0, parameter.index).some(({ type }) => type === 'SpreadElement')) return undefined;
      if (!argument) return defaultOf(parameter);
      const found = parameter.property === undefined ? of(argument) : propertyOf(argument, parameter.property);
      return found.length > 0 ? found : parameter.property === undefined ? undefined : defaultOf(parameter);
    });

  const fillDefaults = (paths: readonly Path[]): readonly Path[] => substitute(paths, ({ parameter }) => parameter && defaultOf(parameter));

  const defaultOf = ({ fn, index, property }: Parameter): readonly Path[] | undefined => {
    let target: Node | undefined = fn.params[index];
    if (target?.type === 'TSParameterProperty') target = target.parameter;
    if (property === undefined) return target?.type === 'AssignmentPattern' ? of(target.right) : undefined;
    if (target?.type === 'AssignmentPattern') target = target.left;
    if (target?.type !== 'ObjectPattern') return undefined;
    for (const member of target.properties) {
      if (member.type === 'Property' && keyName(member) === property && member.value.type === 'AssignmentPattern') return of(member.value.right);
    }
    return undefined;
  };

  const substitute = (paths: readonly Path[], by: (hole: Piece & { kind: 'hole' }) => readonly Path[] | undefined): readonly Path[] => {
    if (!paths.some((path) => path.some((piece) => piece.kind === 'hole' && piece.parameter))) return paths;
    return unique(
      paths.flatMap((path) => concat(path.map((piece): readonly Path[] => (piece.kind === 'hole' && piece.parameter ? (by(piece) ?? [[piece]]) : [[piece]])))),
    ).slice(0, MOST_ALTERNATIVES);
  };

  const placeOf = (path: Path): Place => {
    const [first] = path;
    if (!first || first.kind === 'hole') return 'unknown';
    const start = first.kind === 'root' ? first.text : first.text.replace(/^file:(\/\/)?/, '');
    const full = leadingText(path);
    if (settings.sharedPaths.some((shared) => full === shared || full.startsWith(shared.endsWith('/') ? shared : `${shared}/`))) return 'shared';
    if (first.kind === 'root') return first.place;
    if (/^[a-z][a-z+.-]+:\/\//i.test(first.text) && !first.text.startsWith('file:')) return 'unknown';
    const absolute = ABSOLUTE_PLACES.find((entry) => entry.path.test(start));
    if (absolute) return absolute.place;
    if (start.startsWith('/') || start === '') return 'unknown';
    return 'disk';
  };

  return { of, fill, fillDefaults, placeOf };
}

function leadingText(path: Path): string {
  let full = '';
  for (const piece of path) {
    if (piece.kind === 'hole') break;
    full += piece.text;
  }
  return full.replace(/\/{2,}/g, '/');
}

/** The folder of a path: everything before its last slash. */
export function parentOf(path: Path): Path {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const piece = path[index]!;
    if (piece.kind !== 'text') continue;
    const slash = piece.text.lastIndexOf('/');
    if (slash >= 0) return [...path.slice(0, index), ...(slash > 0 ? [{ kind: 'text' as const, text: piece.text.slice(0, slash) }] : [])];
  }
  return path.slice(0, 1);
}

/** Two paths with the same key are the same file. */
export function keyOf(path: Path): string {
  return normalise(path.map((piece) => (piece.kind === 'hole' ? `{${piece.key}}` : piece.text)).join(''));
}

/** Two paths with the same pattern differ in their holes only: files of one store. */
export function patternOf(path: Path): string {
  return normalise(path.map((piece) => (piece.kind === 'hole' ? '*' : piece.text)).join(''));
}

/** How a message writes a path: `/tmp/report-….csv`. */
export function displayOf(path: Path): string {
  const shown = normalise(path.map((piece) => (piece.kind === 'hole' ? '…' : piece.text.replace(/^~\d+$/, '/…'))).join(''));
  return shown.length > 60 ? `${shown.slice(0, 24)}…${shown.slice(-32)}` : shown;
}

function normalise(joined: string): string {
  let path = joined.replace(/^file:(\/\/)?/, '').replace(/\/(\.\/)+/g, '/').replace(/\/{2,}/g, '/');
  for (let before = ''; before !== path; ) {
    before = path;
    path = path.replace(/\/(?!\.\.)[^/{}*]+\/\.\.(?=\/|$)/, '');
  }
  if (path.length > 1) path = path.replace(/\/$/, '');
  return /^[./~{*_\\…]/.test(path) ? path : `./${path}`;
}

export function isUniquePath(path: Path): boolean {
  return path.some((piece) => piece.kind !== 'text' && piece.isUnique);
}

function unique(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  const byKey = new Map(paths.map((path) => [keyOf(path), path]));
  return [...byKey.values()].slice(0, MOST_ALTERNATIVES);
}
