/**
 * Question: what does a file show before any analysis, at the cost of a look at its statements and names?
 *
 * The gates of the rules read these facts: a file that loads no library of a table, names no timer and throws no call away is left alone
 * by all of them, and most files are such. Each fact is a superset of what the analysis proper finds, and is computed when it is first
 * asked for.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calleeName, calleeText, isPromiseMethod, receiverOf, unwrap, type Node } from '../ast.js';

type Reference = TSESLint.Scope.Reference;

/** A call that is a statement, or all that one does with a value: a branch of one, what it awaits, returns or keeps, or an arrow's body. */
export interface StandingCall {
  readonly call: TSESTree.CallExpression;
  /** The last name of its callee: `then` of `a().then(b)`. */
  readonly name: string | undefined;
  /** What becomes of its value. */
  readonly value: 'left' | 'voided' | 'awaited' | 'returned';
}

/** `require('x')`, `import('x')`, `import x = require('x')`. */
const LOADED = /\b(?:require|import)\(\s*['"`]([^'"`]+)['"`]/g;

export class FirstLook {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly #known: Known = {};

  constructor(sourceCode: Readonly<TSESLint.SourceCode>) {
    this.sourceCode = sourceCode;
  }

  get text(): string {
    return this.sourceCode.text;
  }

  get scopeManager(): TSESLint.Scope.ScopeManager {
    return this.sourceCode.scopeManager!;
  }

  get moduleScope(): TSESLint.Scope.Scope {
    return findModuleScope(this.scopeManager);
  }

  /** Modules of its `import` statements. */
  get imports(): readonly string[] {
    return (this.#known.imports ??= staticImports(this.sourceCode.ast));
  }

  /** Names of all modules that the file loads as values. */
  get modules(): readonly string[] {
    return (this.#known.modules ??= findModules(this));
  }

  /** References to names that no scope of the file declares, whether or not the config calls them globals. */
  globalReferences(name: string): readonly Reference[] {
    const configured = this.scopeManager.scopes[0]!.set.get(name);
    if (configured && configured.defs.length === 0 && configured.references.length > 0) return configured.references;
    return (this.#known.undeclared ??= byName(this.scopeManager.scopes[0]!.through)).get(name) ?? [];
  }

  /** Callees whose promise some statement awaits or chains on: `sendWelcome`, `mailer.send`. */
  get awaitedCallees(): ReadonlySet<string> {
    return (this.#known.awaitedCallees ??= findAwaitedCallees(this.standingCalls));
  }

  get standingCalls(): readonly StandingCall[] {
    return (this.#known.standingCalls ??= findStandingCalls(this.scopeManager));
  }
}

/** What has been asked for. One object for all: of most files few things are asked, and a look must cost next to nothing. */
type Known = { -readonly [Fact in 'imports' | 'modules' | 'awaitedCallees' | 'standingCalls']?: FirstLook[Fact] } & {
  undeclared?: ReadonlyMap<string, readonly Reference[]>;
};

/** The scope of the module: of a script or of a CommonJS wrapper where there is no ES module. */
export function findModuleScope({ scopes }: TSESLint.Scope.ScopeManager): TSESLint.Scope.Scope {
  const scope = scopes[0]!;
  const inner = scope.childScopes[0];
  return inner && inner.block === scope.block && (inner.type === 'module' || inner.type === 'function') ? inner : scope;
}

export function staticImports(ast: TSESTree.Program): string[] {
  const modules: string[] = [];
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') modules.push(statement.source.value);
  }
  return modules;
}

function findModules(look: FirstLook): readonly string[] {
  const { imports } = look;
  const called = loadedByCall(look);
  return called.length > 0 ? [...imports, ...called] : imports;
}

/** What `require` and `import()` load, wherever they stand; most files have neither. */
function loadedByCall(look: FirstLook): string[] {
  const { imports } = look;
  const mayRequire =
    look.globalReferences('require').length > 0 ||
    imports.some((name) => name === 'node:module' || name === 'module') ||
    look.sourceCode.ast.body.some(({ type }) => type === 'TSImportEqualsDeclaration');
  // Searched for by its rarest letter: this reads the whole text of nearly every file.
  if (!mayRequire && !look.text.includes('mport(')) return [];
  return Array.from(look.text.matchAll(LOADED), ([, name = '']) => name);
}

function byName(references: readonly Reference[]): Map<string, Reference[]> {
  const named = new Map<string, Reference[]>();
  for (const reference of references) {
    if ((reference as { isTypeReference?: boolean }).isTypeReference) continue;
    const { name } = reference.identifier as TSESTree.Identifier;
    const known = named.get(name);
    if (known) known.push(reference);
    else named.set(name, [reference]);
  }
  return named;
}

function findAwaitedCallees(calls: readonly StandingCall[]): ReadonlySet<string> {
  const callees = new Set<string>();
  for (const { call, name, value } of calls) {
    const promise = isPromiseMethod(name) ? receiverOf(call) : value === 'awaited' ? call : undefined;
    const text = promise?.type === 'CallExpression' ? calleeText(promise) : undefined;
    if (text !== undefined) callees.add(text);
  }
  return callees;
}

/** Scopes know all blocks and functions, so that statements are reached without a walk through expressions. */
function findStandingCalls({ scopes }: TSESLint.Scope.ScopeManager): StandingCall[] {
  const found: StandingCall[] = [];
  for (const { block } of scopes) {
    const node = block as Node;
    switch (node.type) {
      case 'Program':
      case 'BlockStatement':
      case 'StaticBlock':
        inStatements(node.body);
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression': {
        const body = node.body as TSESTree.BlockStatement | TSESTree.Expression | null | undefined;
        if (body?.type === 'BlockStatement') inStatements(body.body);
        else if (body) inExpression(body, 'left');
        break;
      }
      case 'SwitchStatement':
        for (const { consequent } of node.cases) inStatements(consequent);
        break;
      case 'TSModuleDeclaration':
        if (node.body) inStatements(node.body.body);
        break;
      default:
    }
  }
  return found;

  function inStatements(statements: readonly Node[]): void {
    for (const statement of statements) inStatement(statement);
  }

  function inStatement(statement: Node): void {
    switch (statement.type) {
      case 'ExpressionStatement':
        return inExpression(statement.expression, 'left');
      case 'ReturnStatement':
        return statement.argument ? inExpression(statement.argument, 'returned') : undefined;
      case 'VariableDeclaration':
        for (const { init } of statement.declarations) if (init?.type === 'AwaitExpression') inExpression(init, 'awaited');
        return;
      case 'IfStatement':
        inStatement(statement.consequent);
        return statement.alternate ? inStatement(statement.alternate) : undefined;
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
        return inStatement(statement.body);
      // Blocks have scopes of their own.
      default:
    }
  }

  function inExpression(expression: Node, value: StandingCall['value']): void {
    const node = unwrap(expression);
    switch (node.type) {
      case 'CallExpression':
        found.push({ call: node, name: calleeName(node), value });
        break;
      case 'AwaitExpression':
        inExpression(node.argument, 'awaited');
        break;
      case 'UnaryExpression':
        if (node.operator === 'void') inExpression(node.argument, value === 'left' ? 'voided' : value);
        break;
      case 'LogicalExpression':
        inExpression(node.right, value);
        break;
      case 'AssignmentExpression':
        if (node.right.type === 'AwaitExpression') inExpression(node.right, 'awaited');
        break;
      case 'ConditionalExpression':
        inExpression(node.consequent, value);
        inExpression(node.alternate, value);
        break;
      default:
    }
  }
}
