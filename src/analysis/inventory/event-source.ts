/**
 * Question: who sends the events of a function whose declaration does not say?
 *
 *     export const handler = async (event) => {
 *       for (const { body } of event.Records) await save(JSON.parse(body));   // SQS
 *
 * What the function reads of its event is followed through names, loops and functions of the file, and laid beside the rows of
 * `event-signs.ts`, together with the fields of what it answers. Knowingly missed: events that are handed on as a whole.
 */
import { calleeName, keyName, outermost, unwrap, type FunctionNode, type Node } from '../ast.js';
import type { Handler } from '../handlers.js';
import type { FileAnalysis } from '../index.js';
import { createUseCollector, type UseCollector } from '../uses.js';
import { EVENT_SIGNS, type EventSign } from './event-signs.js';

export interface EventSource extends Pick<EventSign, 'trigger' | 'triggerName'> {
  readonly platform: 'AWS Lambda';
}

/** Answers for the handlers of a file, and for exports of it that nothing but their parameter and what they do with it tells from others. */
export function createEventSources(analysis: FileAnalysis): (handler: Handler) => EventSource | undefined {
  let collector: UseCollector | undefined;
  return ({ fn, entry, platform, trigger, triggerName }) => {
    const isBare = entry === 'export' && fn.async && isOnlyAnEvent(fn);
    if (!isBare && (platform !== 'AWS Lambda' || trigger !== 'event' || triggerName !== undefined)) return undefined;
    collector ??= createUseCollector(analysis.source, analysis.reach, analysis.values);
    const places = placesRead(analysis, collector, fn);
    const fields = fieldsAnswered(analysis, fn);
    const sign = EVENT_SIGNS.find(
      ({ reads, answers }) =>
        (reads && places.some((place) => reads.test(place))) || (answers && fields.some((field) => answers.test(field))),
    );
    if (!sign) return undefined;
    // Helpers read an event too; they neither answer it nor take its records one by one.
    const isServed = !isBare || fields.includes('statusCode') || places.some((place) => place.startsWith('Records.*.'));
    return isServed
      ? { platform: 'AWS Lambda', trigger: sign.trigger, ...(sign.triggerName !== undefined && { triggerName: sign.triggerName }) }
      : undefined;
  };
}

function isOnlyAnEvent({ params: [event, ...others] }: FunctionNode): boolean {
  return event?.type === 'Identifier' && /^_*(event|evt)$/.test(event.name) && others.length === 0;
}

function placesRead({ source }: FileAnalysis, collector: UseCollector, { params: [event] }: FunctionNode): string[] {
  const places: string[] = [];
  const addAll = (pattern: Node | undefined, path: readonly string[]): void => {
    switch (pattern?.type) {
      case 'Identifier': {
        const variable = source.variableOf(pattern);
        if (path.length > 0) places.push(path.join('.'));
        for (const use of variable ? collector.ofVariable(variable) : [])
          places.push([...path, ...use.path.map(({ name }) => name)].join('.'));
        return;
      }
      case 'AssignmentPattern':
        addAll(pattern.left, path);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties)
          if (property.type === 'Property') addAll(property.value, [...path, keyName(property) ?? '?']);
        return;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) addAll(element, [...path, '*']);
        return;
      default:
    }
  };
  addAll(event, []);
  // `Records[0]` and `Records.at(0)` are elements like any other.
  return places.map((place) => place.replaceAll(/\.\d+(?=\.|$)/g, '.*'));
}

/** The fields of the objects that a function returns, or hands to a callback, also through functions of the file that make them. */
function fieldsAnswered({ source, reach, values }: FileAnalysis, fn: FunctionNode): string[] {
  const answered = [...values.returnsOf(fn)];
  for (const { node, from } of source.calls) {
    const [, answer] = node.arguments;
    if (from !== null && answer && /^(callback|cb|done)$/.test(calleeName(node) ?? '') && isWithin(fn, node)) answered.push(answer);
  }
  return answered.flatMap((node) => fieldsOf(node, 3));

  function fieldsOf(node: Node, depth: number): string[] {
    const value = unwrap(node);
    if (depth === 0) return [];
    switch (value.type) {
      case 'ObjectExpression':
        return value.properties.flatMap((property) => (property.type === 'Property' ? (keyName(property) ?? []) : []));
      case 'AwaitExpression':
        return fieldsOf(value.argument, depth);
      case 'ConditionalExpression':
        return [...fieldsOf(value.consequent, depth), ...fieldsOf(value.alternate, depth)];
      case 'CallExpression':
        return reach.calleesOf(value).flatMap((callee) => values.returnsOf(callee).flatMap((returned) => fieldsOf(returned, depth - 1)));
      case 'Identifier': {
        const variable = source.variableOf(value);
        return (variable?.references ?? []).flatMap(({ writeExpr, identifier }) => [
          ...(writeExpr ? fieldsOf(writeExpr as Node, depth - 1) : []),
          ...fieldWritten(identifier as Node),
        ]);
      }
      default:
        return [];
    }
  }
}

/** `response.statusCode = 404` */
function fieldWritten(node: Node): string[] {
  const member = outermost(node).parent;
  if (
    member?.type !== 'MemberExpression' ||
    member.parent.type !== 'AssignmentExpression' ||
    member.parent.left !== member ||
    member.property.type !== 'Identifier'
  )
    return [];
  return [member.property.name];
}

function isWithin(fn: FunctionNode, node: Node): boolean {
  return fn.range[0] <= node.range[0] && node.range[1] <= fn.range[1];
}
