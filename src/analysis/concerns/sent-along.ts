/**
 * Question: is an object sent along with an answer as a whole, so that nobody asks for the part that a request wrote?
 *
 *     headers['x-user'] = event.user;   return { statusCode: 200, headers, body };     // yes: whoever is answered gets it
 *     settings.theme = body.theme;      return Response.json(settings);                // no: it is what was asked for
 */
import { calleeName, calleeText, keyName, type Node, outermost } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';

export function isSentAlong({ name, whole }: Cell, access: Access): boolean {
  if (whole === undefined || access.depth > 0) return false;
  // `options.headers.accept`: nobody keeps a record in there.
  if (/\.headers\./.test(name) && (access.how === 'argument' || access.how === 'return')) return true;
  const node = outsideOfCopies(access.node);
  const { parent } = node;
  switch (parent?.type) {
    case 'Property':
      return parent.value === node && /^(headers|multiValueHeaders)$/.test(keyName(parent) ?? '');
    case 'NewExpression':
      return calleeText(parent) === 'Headers';
    case 'CallExpression':
      return setsHeaders(calleeName(parent), parent.arguments.length) && parent.arguments.at(-1) === node;
    default:
      return false;
  }
}

/** `headers` of `{ ...headers, etag }`. */
function outsideOfCopies(start: Node): Node {
  let node = outermost(start);
  while (node.parent?.type === 'SpreadElement' && node.parent.parent.type === 'ObjectExpression') node = outermost(node.parent.parent);
  return node;
}

/** `response.writeHead(200, headers)`, `response.set(headers)`: a `set` of two arguments belongs to a map or a store. */
function setsHeaders(method: string | undefined, count: number): boolean {
  return method === 'writeHead' || (count === 1 && /^(set|header|setHeaders)$/.test(method ?? ''));
}
