/**
 * Question: what is called here, and where does the thing that it is called on come from?
 *
 *     import { app as functions } from '@azure/functions';
 *     functions.http('createOrder', …)             // names `http`, `app`; from `@azure/functions`
 *
 *     const api = new Hono().basePath('/api');
 *     api.get('/orders', …)                        // names `get`, …; made by `Hono`, a router of the table
 *
 * Calls in between are left out, so that chains of any length read as one dotted name. Each link of a chain is looked at once, however
 * many calls hang on it.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, keyInPattern, keyName, outermost, propertyName, unwrap, type CallNode, type FunctionNode, type Node } from '../ast.js';
import { importedAs, loadedModule, type ImportedName } from '../imports.js';
import type { SourceIndex, Variable } from '../source-index.js';
import type { Values } from '../values.js';
import { isFrom, isOwnModule, type Entry, type FormTable } from './form-table.js';

export interface Root {
  /** The module that a name is imported from. */
  readonly module: string | undefined;
  /** The router or app that it is. */
  readonly made: Entry | undefined;
  /** The call that made it. */
  readonly maker: CallNode | undefined;
  /** The parameter that it is. */
  readonly parameter: TSESTree.Identifier | undefined;
  /** Declared by no scope of the file. */
  readonly isGlobal: boolean;
}

export interface Callees {
  /** The called name as its module exports it. */
  readonly calledName: (call: CallNode) => string | undefined;
  /** The called name first, then what stands before it. */
  readonly namesOf: (call: CallNode) => readonly string[];
  readonly rootOf: (node: Node) => Root;
  /** The router that a call makes: `new Hono()`, `express.Router()`. */
  readonly routerMadeBy: (call: CallNode) => Entry | undefined;
  /** Where a type or a value is imported from, by the name that the file gives it. */
  readonly moduleOfName: (name: string) => string | undefined;
}

const NOTHING: Root = { module: undefined, made: undefined, maker: undefined, parameter: undefined, isGlobal: false };
const GLOBAL: Root = { ...NOTHING, isGlobal: true };
/** More names than these say nothing more. */
const MOST_NAMES = 8;
/** Methods whose function gets the object itself to add routes to. */
const MAKES_NO_ROUTER = /^(listen|close|fetch|request|handle)$/;

/** As it is exported; `default` for the whole module too. */
type Imported = ImportedName;

export function createCallees(source: SourceIndex, values: Values, table: FormTable): Callees {
  const roots = new Map<Node, Root>();
  const makers = new Map<CallNode, Entry | null>();
  const imports = new Map<Variable, Imported | null>();
  let members: Map<string, Root> | undefined;

  return { calledName: (call) => lastNameOf(unwrap(call.callee)), namesOf, rootOf, routerMadeBy, moduleOfName };

  function namesOf(call: CallNode): string[] {
    const names: string[] = [];
    for (let node = unwrap(call.callee); names.length < MOST_NAMES;) {
      if (node.type === 'MemberExpression') {
        names.push(propertyName(node) ?? '');
        node = unwrap(node.object);
      } else if (node.type === 'CallExpression' || node.type === 'NewExpression') {
        // `require('express')()`
        if (requiredModule(node)) {
          if (names.length === 0) names.push('default');
          return names;
        }
        node = unwrap(node.callee);
      } else if (node.type === 'AwaitExpression') {
        node = unwrap(node.argument);
      } else {
        if (node.type === 'Identifier') names.push(...namesOfIdentifier(node, names.length === 0));
        return names;
      }
    }
    return names;
  }

  /** The called name alone: most callees need no more. */
  function lastNameOf(callee: Node): string | undefined {
    if (callee.type === 'Identifier') return namesOfIdentifier(callee, true)[0];
    if (callee.type === 'MemberExpression') return propertyName(callee);
    return callee.type === 'CallExpression' && requiredModule(callee) ? 'default' : undefined;
  }

  function namesOfIdentifier(node: TSESTree.Identifier, isCalled: boolean): string[] {
    const variable = source.variableOf(node);
    const imported = variable && importOf(variable);
    if (!imported) return [node.name];
    return imported.name === 'default' && !isCalled ? [node.name] : [imported.name];
  }

  function importOf(variable: Variable): Imported | undefined {
    let found = imports.get(variable);
    if (found === undefined) {
      found = findImport(variable) ?? null;
      imports.set(variable, found);
    }
    return found ?? undefined;
  }

  function findImport(variable: Variable): Imported | undefined {
    const definition = variable.defs[0];
    if (!definition) return undefined;
    const imported = importedAs(variable);
    if (imported) return imported.name === '*' ? { ...imported, name: 'default' } : imported;
    const declarator = definition.node as Node;
    if (declarator.type !== 'VariableDeclarator' || !declarator.init) return undefined;
    const module = requiredModule(declarator.init);
    if (module)
      return {
        module: module.module,
        name: declarator.id === definition.name ? module.name : (keyInPattern(declarator.id, definition.name as Node) ?? ''),
      };
    // `const { onCall } = functions.https`
    const key = declarator.id === definition.name ? undefined : keyInPattern(declarator.id, definition.name as Node);
    const from = key === undefined ? undefined : rootOf(declarator.init).module;
    return from === undefined || key === undefined ? undefined : { module: from, name: key };
  }

  function rootOf(start: Node): Root {
    const passed: Node[] = [];
    let root: Root | undefined;
    for (let node: Node | undefined = unwrap(start); node && !root;) {
      const known = roots.get(node);
      if (known) {
        root = known;
        break;
      }
      roots.set(node, NOTHING); // cuts cycles
      passed.push(node);
      switch (node.type) {
        case 'CallExpression':
        case 'NewExpression': {
          const module = requiredModule(node);
          if (module) root = { ...NOTHING, module: module.module };
          const made: Entry | undefined = root ? undefined : routerMadeBy(node);
          if (made) root = { ...NOTHING, made, maker: node };
          else node = resultOf(node);
          break;
        }
        case 'MemberExpression': {
          const held: Root | undefined = unwrap(node.object).type === 'ThisExpression' ? heldBy(propertyName(node)) : undefined;
          if (held) root = held;
          else node = unwrap(node.object);
          break;
        }
        case 'AwaitExpression':
          node = unwrap(node.argument);
          break;
        case 'LogicalExpression':
          node = unwrap(node.right);
          break;
        case 'Identifier': {
          const next: Root | Node = ofIdentifier(node);
          if ('type' in next) node = unwrap(next);
          else root = next;
          break;
        }
        default:
          root = NOTHING;
      }
    }
    for (const node of passed) roots.set(node, root ?? NOTHING);
    return root ?? NOTHING;
  }

  /** What a call gives: what a function of the file returns, or something of what it is called on. */
  function resultOf(call: CallNode): Node {
    if (call.type === 'CallExpression') {
      const [fn] = values.functionsOf(call.callee);
      const result = fn && values.returnsOf(fn).at(-1);
      if (result) return unwrap(result);
    }
    return unwrap(call.callee);
  }

  function ofIdentifier(node: TSESTree.Identifier): Root | Node {
    const variable = source.variableOf(node);
    const definition = variable?.defs[0];
    if (!variable || !definition) return GLOBAL;
    const imported = importOf(variable);
    if (imported) return { ...NOTHING, module: imported.module };
    if (definition.type === 'Parameter') return { ...NOTHING, parameter: definition.name as TSESTree.Identifier };
    const declarator = definition.node as Node;
    if (declarator.type !== 'VariableDeclarator') return NOTHING;
    if (declarator.init) return declarator.id === definition.name ? declarator.init : NOTHING;
    const written = variable.references.find((reference) => reference.isWrite() && reference.writeExpr);
    return (written?.writeExpr as Node | undefined) ?? NOTHING;
  }

  function routerMadeBy(call: CallNode): Entry | undefined {
    let found = makers.get(call);
    if (found === undefined) {
      found = findRouter(call) ?? null;
      makers.set(call, found);
    }
    return found ?? undefined;
  }

  function findRouter(call: CallNode): Entry | undefined {
    const callee = unwrap(call.callee);
    const last = lastNameOf(callee);
    if (last === undefined || MAKES_NO_ROUTER.test(last)) return undefined;
    const candidates = table.named('routers', last);
    if (candidates.length === 0) return undefined;
    makers.set(call, null); // cuts cycles
    const names = namesOf(call);
    const { module, isGlobal } = rootOf(callee);
    return candidates.find(({ form, parts }) => {
      if (!isNamed(names, parts)) return false;
      if (!form.from) return true;
      return module === undefined ? isGlobal && last !== 'default' : !isOwnModule(module) && isFrom(module, form.from);
    });
  }

  /** Routers kept in fields: `this.app = express()`, `app = express()` in a class body. */
  function heldBy(name: string | undefined): Root | undefined {
    if (!members) {
      members = new Map();
      for (const { node } of source.calls) {
        const holder = outermost(node).parent;
        const member = holder?.type === 'AssignmentExpression' ? unwrap(holder.left) : undefined;
        const key =
          member?.type === 'MemberExpression' ? propertyName(member) : holder?.type === 'PropertyDefinition' ? keyName(holder) : undefined;
        const made = key === undefined ? undefined : routerMadeBy(node);
        if (key !== undefined && made) members.set(key, { ...NOTHING, made, maker: node });
      }
    }
    return name === undefined ? undefined : members.get(name);
  }

  function moduleOfName(name: string): string | undefined {
    const variable = source.moduleScope.set.get(name);
    return variable && importOf(variable)?.module;
  }
}

/** Whether the names of a callee end as listed. */
export function isNamed(names: readonly string[], parts: readonly string[]): boolean {
  return parts.every((part, index) => {
    const name = names[index];
    return name !== undefined && (part === name || part === '*' || (part.endsWith('*') && name.startsWith(part.slice(0, -1))));
  });
}

/** `require('m')`, `require('m').default`, `require('m').Router`, `await import('m')`. */
function requiredModule(node: Node): Imported | undefined {
  const expression = unwrap(node);
  if (expression.type === 'AwaitExpression') return requiredModule(expression.argument);
  if (expression.type === 'MemberExpression') {
    const module = requiredModule(expression.object);
    return module && { module: module.module, name: propertyName(expression) ?? '' };
  }
  const module = loadedModule(expression);
  return module === undefined ? undefined : { module, name: 'default' };
}

/** The function that a parameter belongs to. */
export function ownerOfParameter(source: SourceIndex, parameter: TSESTree.Identifier): FunctionNode | undefined {
  const owner = source.variableOf(parameter)?.defs[0]?.node as Node | undefined;
  return isFunction(owner) ? owner : undefined;
}
