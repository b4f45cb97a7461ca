/**
 * Question: which calls write a log line that is meant to be kept, and what does the line say?
 *
 *     logger.info({ step: 'charge' }, 'step done')   → text `step done`, field `step`
 *     console.log(`processed ${i + 1}/${n}`)         → text `processed ${}/${}`, values `i + 1`, `n`
 *
 * Errors, warnings and debug lines are left out: they tell of trouble, not of progress.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeText, dottedName, keyName, receiverOf, stringValue, unwrap, type CallNode, type FunctionNode, type Node } from '../ast.js';
import type { SourceIndex } from '../source-index.js';

export interface LogLine {
  readonly node: CallNode;
  readonly from: FunctionNode;
  /** All texts of the line; each interpolated value stands as `${}`. */
  readonly text: string;
  readonly values: readonly Node[];
  readonly fields: readonly LogField[];
}

export interface LogField {
  readonly name: string;
  readonly value: Node;
}

/** Methods and functions that write a line of the level that is kept. */
export const LOG_METHODS: ReadonlySet<string | undefined> = new Set(['log', 'info', 'notice', 'success', 'verbose_', 'print', 'write_']);
const LOGGER_NAME =
  /^_?(console|log|logger|logging|consola|pino|winston|bunyan|context|ctx|fastify|lambdaLogger|functions)$|^.*(Log|Logger|_logger|_log)$/;
/** Objects that log among other things: only their own `log` and `info`, or what their `log` member offers. */
const HOSTS = /^(context|ctx|fastify|functions|app|req|request|server)$/;
const LOGGER_MAKERS =
  /^(new )?(.*\.)?(pino|Logger|createLogger|getLogger|createLog|bunyan\.createLogger|winston\.createLogger|logger\.child|log\.child|signale|Signale|Log|debug|makeLogger|useLogger|getChildLogger|child|withTag)$/;

export function findLogLines(source: SourceIndex, isInvocation: (fn: FunctionNode) => boolean): LogLine[] {
  const lines: LogLine[] = [];
  for (const { node, from } of source.calls) {
    if (from === null || node.type !== 'CallExpression' || node.arguments.length === 0 || !isLogCall(source, node) || !isInvocation(from))
      continue;
    lines.push(readLine(source, node, from));
  }
  return lines.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

export function isLogCall(source: SourceIndex, call: CallNode): boolean {
  const { root, path } = dottedName(call.callee);
  const rootName = root.type === 'Identifier' ? root.name : root.type === 'ThisExpression' ? 'this' : undefined;
  const level = path.at(-1);
  if (path.length === 0) return rootName === 'log' && isImportedLog(source, root);
  if (level === undefined || !LOG_METHODS.has(level)) return false;
  const holder = path.length > 1 ? path.at(-2) : rootName;
  if (holder === undefined) {
    const receiver = receiverOf(call);
    return receiver?.type === 'CallExpression' && LOGGER_MAKERS.test(calleeText(receiver) ?? '');
  }
  if (HOSTS.test(holder)) return path.length === 1 && (holder === 'context' || holder === 'ctx');
  if (LOGGER_NAME.test(holder)) return true;
  return path.length === 1 && isMadeByLogger(source, root);
}

function isImportedLog(source: SourceIndex, root: Node): boolean {
  return source.variableOf(root)?.defs[0]?.type === 'ImportBinding';
}

/** `const audit = pino()`: a logger whatever its name. */
function isMadeByLogger(source: SourceIndex, root: Node): boolean {
  const definition = source.variableOf(root)?.defs[0]?.node as Node | undefined;
  const init = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : undefined;
  return (init?.type === 'CallExpression' || init?.type === 'NewExpression') && LOGGER_MAKERS.test(calleeText(init) ?? '');
}

function readLine(source: SourceIndex, node: CallNode, from: FunctionNode): LogLine {
  const texts: string[] = [];
  const values: Node[] = [];
  const fields: LogField[] = [];
  for (const argument of node.arguments) if (argument.type !== 'SpreadElement') readPart(argument, 2);
  return { node, from, text: texts.join(' ').replace(/ {2,}/g, ' '), values, fields };

  function readPart(part: Node, depth: number): void {
    const inner = unwrap(part);
    const text = stringValue(inner);
    if (text !== undefined) texts.push(text);
    else if (inner.type === 'TemplateLiteral' || inner.type === 'BinaryExpression') texts.push(textOf(inner));
    else if (inner.type === 'ObjectExpression') readFields(inner, depth);
    else if (inner.type === 'CallExpression' && calleeText(inner) === 'JSON.stringify' && inner.arguments[0])
      readPart(inner.arguments[0], depth);
    else {
      texts.push('${}');
      values.push(inner);
    }
  }

  function readFields(object: TSESTree.ObjectExpression, depth: number): void {
    for (const property of object.properties) {
      if (property.type !== 'Property') continue;
      const name = keyName(property);
      if (name === undefined) continue;
      const value = unwrap(property.value);
      if (
        /^(message|msg|text|event|description|action)$/.test(name) &&
        (stringValue(value) !== undefined || value.type === 'TemplateLiteral')
      )
        readPart(value, 0);
      else fields.push({ name, value });
      if (value.type === 'ObjectExpression' && depth > 0) readFields(value, depth - 1);
    }
  }

  function textOf(part: Node): string {
    const inner = unwrap(part);
    const text = stringValue(inner);
    if (text !== undefined) return text;
    if (inner.type === 'TemplateLiteral') {
      let joined = '';
      inner.quasis.forEach((quasi, index) => {
        joined += quasi.value.cooked ?? quasi.value.raw;
        const expression = inner.expressions[index];
        if (expression) joined += textOf(expression);
      });
      return joined;
    }
    if (inner.type === 'BinaryExpression' && inner.operator === '+' && !isArithmetic(inner))
      return textOf(inner.left as Node) + textOf(inner.right);
    values.push(inner);
    return '${}';
  }

  /** `i + 1` adds; `'page ' + i` joins. */
  function isArithmetic(sum: TSESTree.BinaryExpression): boolean {
    return !holdsText(sum.left as Node) && !holdsText(sum.right);
  }
  function holdsText(part: Node): boolean {
    const inner = unwrap(part);
    if (stringValue(inner) !== undefined || inner.type === 'TemplateLiteral') return true;
    return inner.type === 'BinaryExpression' && inner.operator === '+' && (holdsText(inner.left as Node) || holdsText(inner.right));
  }
}
