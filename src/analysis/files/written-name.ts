import { propertyName, unwrap, type Node } from '../ast.js';

/** How an expression is written, by its names: `prisma.order` of `prisma.order`, `getDb.orders` of `getDb().orders`. */
export function writtenName(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'ThisExpression') return 'this';
  if (inner.type === 'Literal') return String(inner.value);
  if (inner.type === 'MemberExpression') return `${writtenName(inner.object)}.${propertyName(inner) ?? ''}`;
  if (inner.type === 'CallExpression') return writtenName(inner.callee);
  if (inner.type === 'TemplateLiteral') return inner.quasis.map((quasi) => quasi.value.cooked ?? '').join('…');
  return inner.type === 'AwaitExpression' ? writtenName(inner.argument) : '';
}
