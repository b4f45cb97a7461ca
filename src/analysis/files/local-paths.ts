/**
 * Question: which file does a path expression mean, and where does it lie?
 *
 *     const file = path.join(os.tmpdir(), `report-${month}.csv`);   // /tmp/report-{month}.csv, in the temporary directory
 *
 * An expression may mean several paths (a condition, several callers); these are its alternatives. Knowingly missed: paths kept in
 * containers, built character by character, or given by another module.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  calleeName,
  isClass,
  isFunction,
  keyInPattern,
  keyName,
  propertyName,
  receiverOf,
  stringValue,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from '../ast.js';
import type { FileAnalysis } from '../index.js';
import { environmentName } from '../production.js';
import type { Variable } from '../source-index.js';
import type { FindModuleMember } from './module-members.js';
import { leadingText, parentOf, withoutTwins, type Parameter, type Path, type Piece } from './path-pieces.js';
import {
  ABSOLUTE_PLACES,
  ENVIRONMENT_PLACES,
  TEMPORARY_DIRECTORY,
  TEMPORARY_DIRECTORY_PACKAGE,
  TEMPORARY_PATHS,
  type Place,
} from './path-places.js';
import { isSharedTime } from './shared-time.js';

export interface LocalPaths {
  /** What an expression may mean. */
  readonly of: (node: Node) => readonly Path[];
  /** Fills the holes that stand for parameters of `fn` with the arguments of a call. */
  readonly fill: (paths: readonly Path[], fn: FunctionNode, call: CallNode) => readonly Path[];
  /** Fills what remains of holes with the defaults of their parameters. */
  readonly fillDefaults: (paths: readonly Path[]) => readonly Path[];
  readonly placeOf: (path: Path) => Place;
}

const DEEPEST = 12;
const REQUEST_ID = /^(awsRequestId|requestId|invocationId|traceId|executionId|x-request-id|eventId)$/i;
const KEEPS_VALUE = /^(toString|trim|valueOf|normalize|toWellFormed)$/;
const CHANGES_VALUE = /^(replace|replaceAll|toLowerCase|toUpperCase|slice|substring|substr|padStart|split|shift|pop|at)$/;

export function createLocalPaths(analysis: FileAnalysis, findMember: FindModuleMember): LocalPaths {
  const { source, values, reach, origins, production, settings } = analysis;
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
    const paths = withoutTwins(found.length > 0 ? found : [hole(expression)]);
    known.set(expression, paths);
    return paths;
  };

  const compute = (node: Node): readonly Path[] => {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' || typeof node.value === 'number' ? [text(String(node.value))] : [];
      case 'TemplateLiteral':
        return concat(
          node.quasis.flatMap((quasi, index) => [
            [text(quasi.value.cooked ?? '')],
            ...(node.expressions[index] ? [of(node.expressions[index])] : []),
          ]),
        );
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
      if (
        !reference.isWrite() ||
        reference.init ||
        !reference.writeExpr ||
        writes >= 4 ||
        production.isExcluded(reference.identifier as Node)
      )
        continue;
      writes += 1;
      const written = unwrap(reference.writeExpr as Node);
      if (reference.identifier.parent?.type === 'AssignmentExpression' && reference.identifier.parent.operator === '=')
        found.push(...ofWritten(written));
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
    if (target === name)
      return [
        {
          kind: 'hole',
          key: variableKey(variable),
          node: name,
          isUnique: isUniqueName(name),
          parameter: { fn, index, property: undefined },
        },
      ];
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
    return from.has('fresh') || (from.has('time') && !isSharedTime(analysis, node));
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
        if (target.type === 'Identifier' && target.name === name)
          found.push([
            {
              kind: 'hole',
              key: `this.${name}`,
              node: target,
              isUnique: false,
              parameter: { fn: constructor!, index, property: undefined },
            },
          ]);
      });
    }
    for (const use of source.thisUses.get(owner) ?? []) {
      const member = use.parent;
      if (member?.type !== 'MemberExpression' || propertyName(member) !== name) continue;
      const assignment = member.parent;
      if (assignment?.type === 'AssignmentExpression' && assignment.left === member && assignment.operator === '=')
        found.push(...ofWritten(assignment.right));
    }
    if (!constructor) return found;
    const sites = reach.callersOf(constructor).filter((site) => site.node.type === 'NewExpression');
    if (sites.length === 0) return fillDefaults(found);
    return withoutTwins(sites.slice(0, 3).flatMap((site) => fill(found, constructor!, site.node)));
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
            const filled = fill(
              propertyOf(returned, name).filter((path) => !isOwnHole(path, returned)),
              callee,
              object,
            );
            found.push(...filled);
          }
        }
        depth -= 1;
        if (found.length > 0) return withoutTwins(found);
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
    return (
      member !== undefined &&
      TEMPORARY_PATHS.some((entry) => entry.module.test(member.module) && entry.member.test(member.path.at(-1) ?? ''))
    );
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
      if (/^path(\/posix|\/win32)?$/.test(member.module) || /^(@std\/path|upath|pathe|https:.*\/path\/)/.test(member.module))
        return ofPathCall(name, args, node);
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
      const elements = receiver.elements.filter(
        (element): element is TSESTree.Expression => element !== null && element.type !== 'SpreadElement',
      );
      const separator = stringValue(args[0]) ?? ',';
      return concat(elements.flatMap((element, index) => (index === 0 ? [of(element)] : [[text(separator)], of(element)])));
    }
    // `config.get('UPLOAD_DIR', './uploads')`: where nobody sets it, the default counts.
    if (
      receiver &&
      name === 'get' &&
      args.length === 2 &&
      stringValue(args[0]) !== undefined &&
      /^\.{0,2}\//.test(stringValue(args[1]) ?? '')
    )
      return of(args[1]!);
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
        joined = withoutTwins(
          joined.flatMap((left) =>
            part.map((right) =>
              right[0]?.kind === 'root' || (name === 'resolve' && right[0]?.kind === 'text' && right[0].text.startsWith('/'))
                ? right
                : [...left, ...text('/'), ...right],
            ),
          ),
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
      if (
        call?.type === 'CallExpression' &&
        call.callee === reference.identifier &&
        call.arguments[0] &&
        call.arguments[0].type !== 'SpreadElement'
      )
        found.push(...ofWritten(call.arguments[0]));
    }
    return found;
  };

  const concat = (parts: readonly (readonly Path[])[]): readonly Path[] => {
    let paths: readonly Path[] = [[]];
    for (const part of parts) paths = withoutTwins(paths.flatMap((left) => part.map((right) => [...left, ...right])));
    return paths;
  };

  const fill = (paths: readonly Path[], fn: FunctionNode, call: CallNode): readonly Path[] =>
    substitute(paths, ({ parameter }) => {
      if (parameter?.fn !== fn) return undefined;
      const argument = call.arguments[parameter.index];
      if (argument?.type === 'SpreadElement' || call.arguments.slice(0, parameter.index).some(({ type }) => type === 'SpreadElement'))
        return undefined;
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
      if (member.type === 'Property' && keyName(member) === property && member.value.type === 'AssignmentPattern')
        return of(member.value.right);
    }
    return undefined;
  };

  const substitute = (paths: readonly Path[], by: (hole: Piece & { kind: 'hole' }) => readonly Path[] | undefined): readonly Path[] => {
    if (!paths.some((path) => path.some((piece) => piece.kind === 'hole' && piece.parameter))) return paths;
    return withoutTwins(
      paths.flatMap((path) =>
        concat(path.map((piece): readonly Path[] => (piece.kind === 'hole' && piece.parameter ? (by(piece) ?? [[piece]]) : [[piece]]))),
      ),
    );
  };

  const placeOf = (path: Path): Place => {
    const [first] = path;
    if (!first || first.kind === 'hole') return 'unknown';
    const start = first.kind === 'root' ? first.text : first.text.replace(/^file:(\/\/)?/, '');
    const full = leadingText(path);
    if (settings.sharedPaths.some((shared) => full === shared || full.startsWith(shared.endsWith('/') ? shared : `${shared}/`)))
      return 'shared';
    if (first.kind === 'root') return first.place;
    if (/^[a-z][a-z+.-]+:\/\//i.test(first.text) && !first.text.startsWith('file:')) return 'unknown';
    const absolute = ABSOLUTE_PLACES.find((entry) => entry.path.test(start));
    if (absolute) return absolute.place;
    if (start.startsWith('/') || start === '') return 'unknown';
    return 'disk';
  };

  return { of, fill, fillDefaults, placeOf };
}
