/**
 * Question: what flows into a stream?
 *
 *     body.pipe(createWriteStream(file))                               → `body`
 *     const out = createWriteStream(file); out.write(event.text);      → `event.text`
 */
import { calleeName, outermost, propertyName, receiverOf, type Node } from '../ast.js';
import type { SourceIndex } from '../source-index.js';

const WRITING_METHOD = /^(write|end|writeFile|appendFile)$/;

export function dataOfStream(source: SourceIndex, made: Node): Node | undefined {
  const outer = outermost(made);
  const direct = pipedInto(outer);
  if (direct) return direct;
  const declarator = outer.parent?.type === 'AwaitExpression' ? outer.parent.parent : outer.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  for (const { identifier } of source.variableOf(declarator.id)?.references ?? []) {
    const data = pipedInto(identifier as Node) ?? writtenTo(identifier as Node);
    if (data) return data;
  }
  return undefined;
}

function pipedInto(target: Node): Node | undefined {
  const call = target.parent;
  if (call?.type !== 'CallExpression' || call.callee === target) return undefined;
  const name = calleeName(call) ?? '';
  if (name === 'pipe' || name === 'pipeTo') return receiverOf(call);
  const [first] = call.arguments;
  return /^(pipeline|pump|finished)$/.test(name) && first !== target && first?.type !== 'SpreadElement' ? first : undefined;
}

function writtenTo(stream: Node): Node | undefined {
  const member = stream.parent;
  if (member?.type !== 'MemberExpression' || member.object !== stream || !WRITING_METHOD.test(propertyName(member) ?? '')) return undefined;
  const written = member.parent.type === 'CallExpression' ? member.parent.arguments[0] : undefined;
  return written?.type === 'SpreadElement' ? undefined : written;
}
