/**
 * Question: which members of imported objects are written here?
 *
 *     import { cache } from './cache.js';
 *     cache.user = event.user;              // cell `cache.user`, at this write
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { calleeText, outermost, propertyName, unwrap, type Node } from '../ast.js';
import type { FileAnalysis } from '../index.js';
import { SETTER } from '../setters.js';
import type { Variable } from '../source-index.js';
import type { Use, UseCollector } from '../uses.js';
import { interpret } from './accesses.js';
import type { Cell, Container } from './cell.js';

/** Members of imported objects have no declaration here: each written member is a cell of its own, at its first write. */
export function addImportedMembers(analysis: FileAnalysis, variable: Variable, collector: UseCollector, cells: Cell[]): void {
  const groups = new Map<string, Use[]>();
  const calls: Use[] = [];
  const whole: Use[] = [];
  for (const use of collector.ofVariable(variable)) {
    // What is awaited is asked of a client, whatever its methods are called.
    if (use.kind === 'method' && outermost(use.call).parent?.type === 'AwaitExpression' && LIST_CHANGE.test(use.name)) continue;
    if (use.kind === 'method' && !LIST_CHANGE.test(use.name)) calls.push(use);
    if (use.path.length === 0 && !(use.kind === 'method' && LIST_CHANGE.test(use.name))) {
      whole.push(use);
      continue;
    }
    const keyed = use.path.findIndex((step) => step.name === '*');
    const steps = keyed === -1 ? use.path : use.path.slice(0, keyed);
    const text = steps.map((step) => step.name).join('.');
    const group = groups.get(text) ?? [];
    groups.set(text, group);
    group.push(use);
  }
  for (const [text, uses] of groups) {
    const write = uses.find(
      (use) => use.kind !== 'read' && (use.kind !== 'method' || LIST_CHANGE.test(use.name)) && analysis.reach.isInvocation(use.fn),
    );
    if (!write) continue;
    const isList = uses.some((use) => use.kind === 'method' && LIST_CHANGE.test(use.name));
    const depth = text === '' ? 0 : text.split('.').length;
    const container: Container = isList
      ? 'array'
      : uses.some((use) => use.path.length > depth && use.path[depth]!.name === '*')
        ? 'object'
        : 'scalar';
    const related = text === '' ? [...uses, ...whole] : uses;
    cells.push({
      kind: 'imported member',
      name: text === '' ? variable.name : `${variable.name}.${text}`,
      node: write.node,
      init: undefined,
      container,
      accesses: related.flatMap((use) => interpret(use, depth, container)),
      whole: undefined,
      owner: analysis.source.ast,
      isExported: false,
      madeElsewhere: undefined,
    });
  }
  if (calls.length > 0) {
    cells.push({
      kind: 'imported member',
      name: variable.name,
      node: calls[0]!.node,
      init: undefined,
      container: 'instance',
      accesses: calls.flatMap((use) => interpret(use, 0, 'instance')),
      whole: undefined,
      owner: analysis.source.ast,
      isExported: false,
      madeElsewhere: undefined,
    });
  }
}

export function hasMemberWrite(variable: Variable): boolean {
  const declaration = variable.defs[0]?.parent;
  if (declaration?.type === 'ImportDeclaration' && OF_ONE_REQUEST.has(declaration.source.value)) return false;
  // `import * as Stack`: what is called on a namespace is a function of the module, whatever it is called.
  if (
    (variable.defs[0]?.node as Node | undefined)?.type === 'ImportNamespaceSpecifier' &&
    !variable.references.some(({ identifier }) => isMemberOfMember(identifier as Node))
  )
    return false;
  return variable.references.some((reference) => {
    let node = (reference.identifier as Node).parent;
    let isMember = false;
    while (node && (node.type === 'MemberExpression' || node.type === 'TSNonNullExpression' || node.type === 'TSAsExpression')) {
      isMember = true;
      node = node.parent;
    }
    if (node?.type === 'AssignmentExpression' || node?.type === 'UpdateExpression' || node?.type === 'UnaryExpression') return isMember;
    return (
      node?.type === 'CallExpression' &&
      (/^(Object\.(assign|defineProperty)|Reflect\.(set|deleteProperty))$/.test(calleeText(node) ?? '') ||
        (isMember &&
          (SETTER.test(lastName(node)) || (LIST_CHANGE.test(lastName(node)) && outermost(node).parent?.type !== 'AwaitExpression'))))
    );
  });
}

/** `store.users.push(user)` on a namespace, rather than `Stack.push(stack, next)`. */
function isMemberOfMember(identifier: Node): boolean {
  const member = outermost(identifier).parent;
  const outer = member?.type === 'MemberExpression' && member.object === identifier ? outermost(member).parent : undefined;
  return outer?.type === 'MemberExpression' || outer?.type === 'AssignmentExpression' || outer?.type === 'UpdateExpression';
}

/** What these packages export stands for the request that is being served: `extensions.setSubscriptionFilter(…)` of AppSync. */
const OF_ONE_REQUEST = new Set(['@aws-appsync/utils']);

/** Methods that only arrays have: an imported value that gets them is no client. */
const LIST_CHANGE = /^(push|unshift|splice)$/;

function lastName(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
}
