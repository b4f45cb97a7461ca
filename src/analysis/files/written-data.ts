/**
 * Questions about what is written to a file: does it come from the file itself, is it the caller's own data, is it kept elsewhere?
 *
 *     const entries = JSON.parse(await readFile(FILE)); entries.push(form); await writeFile(FILE, JSON.stringify(entries));   // itself
 */
import { calleeName, calleeText, childrenOf, isFunction, unwrap, type CallNode, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import type { Origins } from '../origins.js';
import type { Variable } from '../source-index.js';
import { CARRIERS, RESPONSE_METHOD, RESPONSE_RECEIVER } from './file-calls.js';
import type { FileUse } from './file-uses.js';

export interface WrittenData {
  /** Whether the data is made of what one of these uses read. */
  readonly comesFrom: (data: Node, reads: ReadonlySet<Node>) => boolean;
  /** Fetched again whenever the file is not there. */
  readonly hasAuthority: (use: FileUse) => boolean;
  /** Made by a function of its arguments, which can make it again. */
  readonly isComputed: (use: FileUse) => boolean;
  readonly isConstant: (use: FileUse) => boolean;
  /** Taken from the environment or the code, where it stays: `process.env.COOKIES`. */
  readonly isConfiguration: (use: FileUse) => boolean;
  /** The same value is also uploaded, stored, or (if it is not the caller's own) answered. */
  readonly isKeptElsewhere: (use: FileUse) => boolean;
}

const KEEPING_CALL = /upload|putObject|^put$|insert|create|save|store|upsert|persist|archive/i;
/** `await request.text()`, `JSON.parse(body)`: the caller's own data in another form. */
const READS_BODY = /^(json|text|formData|arrayBuffer|blob|bytes|parse|get|getAll|param|query|toString|trim)$/;
const READS_FILE = /^(read|stat|access|exists|pathExists|open|load|mkdir|writeFile|append)/;
const MOST_STEPS = 4000;
const MOST_REFERENCES = 100;

export function createWrittenData(analysis: FileAnalysis): WrittenData {
  const { source, reach, origins, values } = analysis;

  const comesFrom = (data: Node, reads: ReadonlySet<Node>): boolean => isMadeOf(data, (node) => reads.has(node));

  /** Whether any part of a value, or what that part was made of, answers the question. */
  const isMadeOf = (data: Node, asks: (node: Node) => boolean): boolean => {
    const seen = new Set<Node>();
    const seenVariables = new Set<Variable>();
    const pending: Node[] = [data];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (seen.size > MOST_STEPS) return false;
      if (asks(node)) return true;
      if (node.type === 'CallExpression' && !isFunction(unwrap(node.callee)))
        for (const callee of reach.calleesOf(node)) pending.push(...values.returnsOf(callee));
      if (node.type === 'Identifier') {
        const variable = source.variableOf(node);
        const fresh = variable && assignedBefore(variable, node);
        if (fresh) pending.push(fresh);
        else if (variable && !seenVariables.has(variable)) {
          seenVariables.add(variable);
          pending.push(...valuesOfVariable(variable));
        }
        continue;
      }
      for (const child of childrenOf(node, source.visitorKeys))
        if (node.type !== 'MemberExpression' || node.computed || child !== node.property) pending.push(child);
    }
    return false;
  };

  /** `prices = await scrape(); save(prices)`: what it held before is gone. */
  const assignedBefore = (variable: Variable, use: Node): Node | undefined => {
    if (variable.references.length > MOST_REFERENCES) return undefined;
    let found: Node | undefined;
    for (const reference of variable.references) {
      const assignment = reference.isWrite() && !reference.init ? (reference.identifier as Node).parent : undefined;
      if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || assignment.range[1] > use.range[0]) continue;
      const statement = assignment.parent;
      const block = statement.type === 'ExpressionStatement' ? statement.parent : undefined;
      if (block?.type === 'BlockStatement' && block.range[0] <= use.range[0] && use.range[1] <= block.range[1]) found = assignment.right;
    }
    return found;
  };

  /** What a variable holds: what is assigned to it, and for a parameter what its callers give. */
  const valuesOfVariable = (variable: Variable): Node[] => {
    const found: Node[] = [];
    for (const definition of variable.defs) {
      const node = definition.node as Node;
      if (node.type === 'VariableDeclarator' && node.init) found.push(node.init);
      const loop = node.parent?.parent;
      if (node.type === 'VariableDeclarator' && loop?.type === 'ForOfStatement') found.push(loop.right);
      if (definition.type === 'Parameter' && isFunction(node)) {
        const index = node.params.findIndex(
          (parameter) => parameter.range[0] <= definition.name.range[0] && definition.name.range[1] <= parameter.range[1],
        );
        for (const site of reach.callersOf(node)) {
          const argument = site.node.arguments[index];
          if (argument) found.push(argument);
        }
        // A callback's parameter comes from the call that it is given to: `readFile(file, (error, text) => …)`, `store.map(…)`,
        // and `mutate(store)` of `update((store) => …)`.
        const call = node.parent;
        if (call?.type === 'CallExpression' && call.callee !== node)
          found.push(unwrap(call.callee), ...call.arguments.filter((argument) => !isFunction(argument)), ...calledWith(call));
      }
    }
    for (const reference of variable.references) if (reference.isWrite() && reference.writeExpr) found.push(reference.writeExpr as Node);
    return found;
  };

  /** `mutate(store)` inside the function that is called with the callback gives the callback its parameter. */
  const calledWith = (call: CallNode): Node[] => reach.calleesOf(call).flatMap(values.returnsOf);

  const hasAuthority = (use: FileUse): boolean => {
    if (use.isDownload || !use.data) return true;
    const from = origins.of(use.data);
    if (from.has('external') || (!from.has('request') && isMadeOf(use.data, isFetched))) return true;
    return !from.has('request') && !from.has('caller') && !from.has('state') && !from.has('constant') && !from.has('time');
  };

  /** `await scrape()`: waited for, and no read of a file. */
  const isFetched = (node: Node): boolean => {
    const call = node.type === 'AwaitExpression' ? unwrap(node.argument) : undefined;
    return call?.type === 'CallExpression' && !READS_FILE.test(calleeName(call) ?? '') && !READS_BODY.test(calleeName(call) ?? '');
  };

  const isComputed = (use: FileUse): boolean => {
    const variable = use.data && coreVariable(use.data);
    const definition = variable?.defs[0]?.node as Node | undefined;
    const made = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : use.data && unwrap(use.data);
    const call = made?.type === 'AwaitExpression' ? unwrap(made.argument) : made;
    return call?.type === 'CallExpression' && !CARRIERS.test(calleeText(call) ?? '') && !READS_BODY.test(calleeName(call) ?? '');
  };

  const isConstant = (use: FileUse): boolean => {
    return use.data !== undefined && isWrittenDown(use.data, 0);
  };

  /** `'[]'`, `JSON.stringify({ users: [] })`, `DEFAULTS`. */
  const isWrittenDown = (node: Node, depth: number): boolean => {
    const inner = unwrap(node);
    if (depth > 4) return false;
    if (/^(Literal|TemplateLiteral|ObjectExpression|ArrayExpression)$/.test(inner.type)) return isFixed(origins.of(inner));
    if (inner.type === 'CallExpression' && inner.arguments[0])
      return (
        CARRIERS.test(calleeText(inner) ?? '') &&
        inner.arguments[0].type !== 'SpreadElement' &&
        isWrittenDown(inner.arguments[0], depth + 1)
      );
    if (inner.type !== 'Identifier') return false;
    const variable = source.variableOf(inner);
    const definition = variable?.defs[0]?.node as Node | undefined;
    return (
      definition?.type === 'VariableDeclarator' &&
      definition.init !== null &&
      definition.id === variable!.defs[0]!.name &&
      isFixed(origins.of(inner)) &&
      isWrittenDown(definition.init, depth + 1)
    );
  };
  const isConfiguration = (use: FileUse): boolean => {
    if (!use.data) return false;
    const from = origins.of(use.data);
    const definition = coreVariable(use.data)?.defs[0]?.node as Node | undefined;
    const isMade = definition?.type === 'VariableDeclarator' && definition.init?.type === 'NewExpression';
    return from.has('load') && isFixed(from) && !isMade;
  };
  const isFixed = (from: Origins): boolean => [...from].every((origin) => origin === 'constant' || origin === 'load');

  const isKeptElsewhere = (use: FileUse): boolean => {
    const variable = use.data && coreVariable(use.data);
    if (!variable) return false;
    const from = origins.of(use.data!);
    const isOwn = from.has('request') || from.has('caller');
    return variable.references.some((reference) => {
      if (reference.isWrite()) return false;
      let node: Node = reference.identifier as Node;
      for (let steps = 0; node.parent && steps < 8; steps += 1) {
        const parent: Node = node.parent;
        if (parent.type === 'ReturnStatement' || (isFunction(parent) && parent.body === node)) return !isOwn;
        if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== node) {
          if (parent === use.node) return false;
          if (isCarrier(parent)) {
            node = parent;
            continue;
          }
          const name = calleeName(parent) ?? '';
          if (parent.type === 'NewExpression' && /^(PutObject|Upload|UploadPart)Command$|^Upload$/.test(name)) return true;
          if (
            name === 'Response' ||
            name === 'NextResponse' ||
            name === 'json' ||
            (RESPONSE_METHOD.test(name) && RESPONSE_RECEIVER.test(calleeText(parent) ?? ''))
          )
            return !isOwn;
          return KEEPING_CALL.test(name) && !/^create(Hash|Hmac|ReadStream|WriteStream)$/.test(name);
        }
        if (parent.type === 'MemberExpression' && parent.object !== node) return false;
        if (/Statement$|Declar/.test(parent.type) || isFunction(parent)) return false;
        if (parent.type === 'CallExpression' || parent.type === 'BinaryExpression' || parent.type === 'UnaryExpression') return false;
        node = parent;
      }
      return false;
    });
  };

  const isCarrier = (call: CallNode): boolean => CARRIERS.test(calleeText(call) ?? '') && !/\.json$/.test(calleeText(call) ?? '');

  /** `pdf` of `Buffer.from(pdf)`, `JSON.stringify(pdf, null, 2)`, `await pdf`. */
  const coreVariable = (data: Node): Variable | undefined => {
    let node = unwrap(data);
    for (let steps = 0; steps < 6; steps += 1) {
      if (node.type === 'AwaitExpression') node = unwrap(node.argument);
      else if (node.type === 'CallExpression' && CARRIERS.test(calleeText(node) ?? '') && node.arguments[0])
        node = unwrap(node.arguments[0]);
      else if (node.type === 'NewExpression' && calleeName(node) === 'Uint8Array' && node.arguments[0]) node = unwrap(node.arguments[0]);
      else break;
    }
    return node.type === 'Identifier' ? source.variableOf(node) : undefined;
  };

  return { comesFrom, hasAuthority, isComputed, isConstant, isConfiguration, isKeptElsewhere };
}
