/**
 * Question: which binding of the module holds the state that was found, and are all its uses known?
 *
 * A rewrite takes the declaration away. So it must be one that stands alone, is not exported, and is used inside functions only.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../analysis/ast.js';
import type { Reference, SourceIndex, Variable } from '../analysis/source-index.js';

export interface ModuleBinding {
  readonly variable: Variable;
  readonly declaration: TSESTree.VariableDeclaration;
  readonly declarator: TSESTree.VariableDeclarator;
  /** Every use but the declaration itself, in order. */
  readonly uses: readonly Reference[];
}

/** @param place where the finding stands: the name in the declaration, or a key of the object literal that it declares */
export function moduleBindingAt(source: SourceIndex, place: Node): ModuleBinding | undefined {
  let declarator: Node | undefined = place;
  while (declarator && declarator.type !== 'VariableDeclarator' && !/Statement$|Declaration$|^Program$/.test(declarator.type))
    declarator = declarator.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  const declaration = declarator.parent;
  if (declaration.declarations.length !== 1 || declaration.declare || declaration.parent.type !== 'Program') return undefined;
  const variable = source.variableOf(declarator.id);
  if (variable?.defs.length !== 1) return undefined;
  const uses = variable.references.filter(({ init }) => !init).sort((a, b) => a.identifier.range[0] - b.identifier.range[0]);
  if (
    uses.length === 0 ||
    uses.some(({ identifier, isTypeReference }) => isTypeReference === true || source.functionOf(identifier as Node) === null)
  )
    return undefined;
  return { variable, declaration, declarator, uses };
}
