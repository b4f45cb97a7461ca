/**
 * Question: how does a branch turn its caller away?
 *
 *     if (hits > 10) return new Response('slow down', { status: 429 });
 */

import { booleanValue, keyName, type Node } from '../ast.js';
import { branchesOf, leaves, type Test } from '../guards.js';

/** Whether a branch returns something, rather than leaving work out. */
export function answers(branch: Node | undefined): boolean {
  if (branch?.type === 'ReturnStatement') return branch.argument !== null;
  return branch?.type === 'BlockStatement' && branch.body.some(answers);
}

/** Whether a branch answers with a refusal: it throws, returns false, or returns a response with an error status. */
export function refuses(branch: Node | undefined): boolean {
  if (!branch) return false;
  if (branch.type === 'ThrowStatement') return true;
  if (branch.type === 'ReturnStatement')
    return (
      booleanValue(branch.argument) === false ||
      (branch.argument !== null && /\b(4\d\d|503|error|Error|limit|allowed: false|ok: false)\b/.test(codeOf(branch.argument)))
    );
  if (branch.type === 'BlockStatement') return branch.body.some(refuses) || /\b(429|403|409|423|503)\b/.test(codeOf(branch));
  return false;
}

/** Whether a branch tells a caller that it has come too often: a status for that, or a plain no. */
function refusesCaller(branch: Node | undefined): boolean {
  if (branch?.type === 'BlockStatement') return branch.body.some(refusesCaller) || (leaves(branch) && TOO_OFTEN.test(codeOf(branch)));
  return (
    branch?.type === 'ReturnStatement' &&
    (booleanValue(branch.argument) === false || (branch.argument !== null && TOO_OFTEN.test(codeOf(branch.argument))))
  );
}

/** Whether some test has a branch that does so. */
export function holdsCallersBack(tests: readonly Test[]): boolean {
  return tests.some((test) => refusesCaller(branchesOf(test).present) || refusesCaller(branchesOf(test).absent));
}

const TOO_OFTEN = /\b(429|401|403|423|TOO_MANY_REQUESTS|TooManyRequests\w*|FORBIDDEN|UNAUTHORIZED|UNAUTHENTICATED)\b/i;

/** Numbers and names of an expression as text, without its source: enough to see a status code. */
function codeOf(node: Node): string {
  const words: string[] = [];
  const pending: Node[] = [node];
  for (let current = pending.pop(), left = 200; current && left > 0; current = pending.pop(), left -= 1) {
    if (current.type === 'Literal') words.push(String(current.value));
    if (current.type === 'Identifier') words.push(current.name);
    if (current.type === 'Property' && booleanValue(current.value) === false) words.push(`${keyName(current) ?? ''}: false`);
    for (const [key, value] of Object.entries(current)) {
      if (key === 'parent') continue;
      if (Array.isArray(value))
        pending.push(...(value as unknown[]).filter((item): item is Node => typeof (item as Node | null)?.type === 'string'));
      else if (typeof (value as Node | null)?.type === 'string') pending.push(value as Node);
    }
  }
  return words.join(' ');
}
