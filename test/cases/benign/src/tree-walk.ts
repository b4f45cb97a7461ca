import * as Stack from './stack';
import type { Branch } from './branches';

export const leavesOf = (root: Branch): string[] => {
  const stack = Stack.make(root);
  const found: string[] = [];
  while (Stack.check(stack)) {
    const branch = Stack.pop(stack);
    if (branch.leaf) found.push(branch.leaf);
    for (const next of branch.branches) Stack.push(stack, next);
  }
  return found;
};
