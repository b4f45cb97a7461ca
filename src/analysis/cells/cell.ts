/**
 * Question: what is a cell, and what is an access to it?
 */
import type { ClassNode, FunctionNode, Node } from '../ast.js';
import type { ReadKind } from '../uses.js';

export type Container =
  | 'map'
  | 'set'
  | 'array'
  /** A plain object used under computed keys, or merged into. */
  | 'object'
  | 'scalar'
  /** `Headers`, `URLSearchParams`, `FormData`. */
  | 'headers'
  /** A store of Svelte or nanostores: `writable({})`. */
  | 'reactive'
  | 'weak'
  /** A client or another object that manages itself. */
  | 'instance'
  | 'unknown';

export type CellKind =
  'binding' | 'property' | 'static field' | 'instance field' | 'closure variable' | 'global' | 'environment' | 'imported member';

export type AccessKind =
  /** The whole content is replaced. */
  | 'assign'
  | 'update'
  /** An element is set or added. */
  | 'put'
  /** A part of an element, or a named part of the content, is written. */
  | 'change'
  | 'remove'
  /** Elements are taken out and handed on: `shift`, `splice`. */
  | 'take'
  | 'clear'
  | 'reorder'
  | 'has'
  | 'get'
  | 'size'
  | 'iterate'
  | 'read'
  /** A method of an object that manages itself. */
  | 'call';

export interface Access {
  readonly kind: AccessKind;
  /** The expression that stands for the place. */
  readonly node: Node;
  /** The whole operation: the call, the assignment, the `delete`. */
  readonly site: Node;
  readonly fn: FunctionNode | null;
  readonly key?: Node | undefined;
  readonly value?: Node | undefined;
  readonly method?: string | undefined;
  readonly operator?: string | undefined;
  /** For `update`: the constant amount, `undefined` where it is not a constant. */
  readonly delta?: number | undefined;
  /** For reads: what the value is used for. */
  readonly how?: ReadKind | undefined;
  /** 0 for the cell's own content, 1 for an element, 2 for a part of an element. */
  readonly depth: number;
  /** Whether the element is the object that was put, under its own name. */
  readonly isStored: boolean;
  /** Whether the operation goes to an element under a computed key. */
  readonly isKeyed: boolean;
  /** The last named part below the cell, `status` of `jobs.get(id).status`. */
  readonly field?: string | undefined;
}

export interface Cell {
  readonly kind: CellKind;
  /** As messages call it: `seen`, `state.importing`, `#sinceId`, `process.env.LOCALE`. */
  readonly name: string;
  /** Where a report stands. */
  readonly node: Node;
  readonly init: Node | undefined;
  readonly container: Container;
  readonly accesses: readonly Access[];
  /** The binding that a named part of an object literal belongs to. */
  readonly whole: { readonly name: string; readonly node: Node } | undefined;
  /** What cells of one state have in common: the class, the factory, the object or the module. */
  readonly owner: Node;
  readonly isExported: boolean;
  /** The class, where other files make its instances: whether one outlives an invocation is told by its role alone. */
  readonly madeElsewhere: ClassNode | undefined;
}
