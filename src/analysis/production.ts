/**
 * Question: does this code run in production?
 *
 *     if (process.env.NODE_ENV !== 'production') writeFileSync('./debug.json', …)   // no
 *     const dir = process.env.VERCEL ? '/tmp' : './data'                            // the first branch
 *     const store = isProduction ? new RedisStore() : new MemoryStore()             // the first branch
 */
import { isFunction, propertyName, stringValue, unwrap, type Node } from './ast.js';
import type { SourceIndex } from './source-index.js';

export interface Production {
  /** True where a condition around the node, or a return before it, keeps it out of production. */
  readonly isExcluded: (node: Node) => boolean;
  /** The branch of a condition that production takes, where the condition is about the environment. */
  readonly branchOf: (test: Node) => 'consequent' | 'alternate' | undefined;
  /** What a condition says of the environment where it holds. */
  readonly meaningOf: (test: Node) => Environment | undefined;
}

export type Environment = 'development' | 'production';

const HOSTED =
  /^(VERCEL|VERCEL_ENV|VERCEL_URL|AWS_LAMBDA_FUNCTION_NAME|AWS_EXECUTION_ENV|LAMBDA_TASK_ROOT|NETLIFY|K_SERVICE|FUNCTION_TARGET|RAILWAY_ENVIRONMENT|CF_PAGES|DENO_DEPLOYMENT_ID)$/;
const LOCAL =
  /^(IS_OFFLINE|IS_LOCAL|LOCAL|LOCAL_DEV|SST_DEV|AWS_SAM_LOCAL|FUNCTIONS_EMULATOR|NETLIFY_DEV|DEV|DEVELOPMENT|LOCALSTACK\w*|JEST_WORKER_ID|VITEST|VITEST_WORKER_ID|DEBUG|DEBUG_\w+)$/;
const MODE = /^(NODE_ENV|APP_ENV|STAGE|ENV|ENVIRONMENT|VERCEL_ENV|CONTEXT|MODE|NEXT_PUBLIC_APP_ENV)$/;
const DEVELOPMENT_NAME =
  /^(is|IS)_?(Dev|DEV|Local|LOCAL|Development|DEVELOPMENT|Test|TEST|Offline|OFFLINE|Debug|DEBUG)\w*$|^(dev|DEV|__DEV__|DEBUG|development|local)$/;
const PRODUCTION_NAME =
  /^(is|IS)_?(Prod|PROD|Vercel|VERCEL|Lambda|LAMBDA|Serverless|SERVERLESS|Netlify|Hosted)\w*$|^(prod|PROD|production)$/;

type Meaning = Environment | undefined;

export function createProduction(source: SourceIndex): Production {
  const excluded = new Map<Node, boolean>();

  /** What it says of the environment if the condition holds. */
  const meaningOf = (test: Node, depth = 0): Meaning => {
    const node = unwrap(test);
    if (depth > 5) return undefined;
    if (node.type === 'UnaryExpression' && node.operator === '!') return opposite(meaningOf(node.argument, depth + 1));
    if (
      node.type === 'CallExpression' &&
      node.arguments.length === 1 &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'Boolean'
    )
      return meaningOf(node.arguments[0]!, depth + 1);
    if (node.type === 'LogicalExpression') {
      const [left, right] = [meaningOf(node.left, depth + 1), meaningOf(node.right, depth + 1)];
      if (node.operator === '&&') return left ?? right;
      return left === right || node.operator !== '||'
        ? left
        : left && !right && left === 'production'
          ? left
          : right === 'production' && !left
            ? right
            : undefined;
    }
    if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)) {
      const value = stringValue(node.right) ?? stringValue(node.left as Node);
      if (value === undefined || !(isMode(node.left as Node) || isMode(node.right))) return undefined;
      const meaning = /^prod/.test(value) ? 'production' : /^(dev|test|local)/.test(value) ? 'development' : undefined;
      return node.operator.startsWith('!') ? opposite(meaning) : meaning;
    }
    const name = environmentName(node);
    if (name !== undefined) return HOSTED.test(name) ? 'production' : LOCAL.test(name) ? 'development' : undefined;
    if (node.type === 'Identifier') {
      const definition = source.variableOf(node)?.defs[0]?.node as Node | undefined;
      if (definition?.type === 'VariableDeclarator' && definition.init) {
        const meaning = meaningOf(definition.init, depth + 1);
        if (meaning) return meaning;
      }
      return DEVELOPMENT_NAME.test(node.name) ? 'development' : PRODUCTION_NAME.test(node.name) ? 'production' : undefined;
    }
    if (node.type === 'MemberExpression') {
      const property = propertyName(node) ?? '';
      return DEVELOPMENT_NAME.test(property) ? 'development' : PRODUCTION_NAME.test(property) ? 'production' : undefined;
    }
    return undefined;
  };

  const branchOf = (test: Node): 'consequent' | 'alternate' | undefined => {
    const meaning = meaningOf(test);
    return meaning === 'production' ? 'consequent' : meaning === 'development' ? 'alternate' : undefined;
  };

  const isExcluded = (start: Node): boolean => {
    const passed: Node[] = [];
    let answer = false;
    for (let node: Node = start; node.parent; node = node.parent) {
      const known = excluded.get(node);
      if (known !== undefined) {
        answer = known;
        break;
      }
      passed.push(node);
      if (isKeptOut(node, node.parent)) {
        answer = true;
        break;
      }
      if (isFunction(node) && !/^(Call|New)Expression$/.test(node.parent.type)) break;
    }
    for (const node of passed) excluded.set(node, answer);
    return answer;
  };

  const isKeptOut = (node: Node, parent: Node): boolean => {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      if (node === parent.test) return false;
      const taken = branchOf(parent.test);
      return taken !== undefined && parent[taken] !== node;
    }
    if (parent.type === 'LogicalExpression' && parent.right === node && parent.operator === '&&')
      return meaningOf(parent.left) === 'development';
    if (parent.type === 'BlockStatement') {
      for (const statement of parent.body) {
        if (statement === node) return false;
        if (
          statement.type === 'IfStatement' &&
          !statement.alternate &&
          leaves(statement.consequent) &&
          isPlain(statement.test) &&
          meaningOf(statement.test) === 'production'
        )
          return true;
      }
    }
    return false;
  };

  return { isExcluded, branchOf, meaningOf };
}

/** `process.env.NODE_ENV`, `env.NODE_ENV`, `config.stage`. */
function isMode(node: Node): boolean {
  const inner = unwrap(node);
  const name = environmentName(inner) ?? (inner.type === 'MemberExpression' ? propertyName(inner)?.toUpperCase() : undefined);
  return name !== undefined && MODE.test(name);
}

/** `if (production) return` ends the way for production; `if (production && !secret) return` does not. */
function isPlain(test: Node): boolean {
  const node = unwrap(test);
  return node.type !== 'LogicalExpression' || node.operator === '||';
}

function leaves(statement: Node): boolean {
  if (statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement') return true;
  return statement.type === 'BlockStatement' && statement.body.some(leaves);
}

function opposite(meaning: Meaning): Meaning {
  return meaning === 'development' ? 'production' : meaning === 'production' ? 'development' : undefined;
}

/** `NODE_ENV` of `process.env.NODE_ENV`, `import.meta.env.DEV`, `Deno.env.get('…')`. */
export function environmentName(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression' && propertyName(inner.callee) === 'get') {
    const object = unwrap(inner.callee.object);
    return object.type === 'MemberExpression' && propertyName(object) === 'env' ? stringValue(inner.arguments[0]) : undefined;
  }
  if (inner.type !== 'MemberExpression') return undefined;
  const object = unwrap(inner.object);
  return object.type === 'MemberExpression' && propertyName(object) === 'env' ? propertyName(inner) : undefined;
}
