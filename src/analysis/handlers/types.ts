/** Small questions about type annotations: how is the type of a function, a parameter or an object called? */
import type { TSESTree } from '@typescript-eslint/utils';
import { isTransparent, type FunctionNode, type Node } from '../ast.js';
import type { SourceIndex } from '../source-index.js';

/** `SQSHandler` of `Lambda.SQSHandler` as `Lambda.SQSHandler`: the last two names, as far as there are two. */
export function typeName(type: TSESTree.TypeNode | undefined): string | undefined {
  if (type?.type !== 'TSTypeReference') return undefined;
  let name: TSESTree.EntityName = type.typeName;
  if (name.type === 'TSQualifiedName') {
    if (name.left.type === 'Identifier') return `${name.left.name}.${name.right.name}`;
    name = name.right;
  }
  return name.type === 'Identifier' ? name.name : undefined;
}

export function parameterType(parameter: Node): string | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return typeName((target as TSESTree.Identifier).typeAnnotation?.typeAnnotation);
}

/** The types written on what holds a function, innermost first: on its variable, by `satisfies`, on the object whose property it is. */
export function declaredTypes(fn: FunctionNode): readonly string[] {
  const names: string[] = [];
  let node: Node = fn;
  for (let depth = 0; depth < 3; depth += 1) {
    while (node.parent && isTransparent(node.parent)) {
      node = node.parent;
      addName(typeName((node as Partial<TSESTree.TSAsExpression>).typeAnnotation));
    }
    const parent: Node | undefined = node.parent;
    if (parent?.type === 'VariableDeclarator') addName(typeName(parent.id.typeAnnotation?.typeAnnotation));
    if (parent?.type === 'PropertyDefinition') addName(typeName(parent.typeAnnotation?.typeAnnotation));
    if (parent?.type !== 'Property' || parent.parent.type !== 'ObjectExpression') break;
    node = parent.parent;
  }
  return names;

  function addName(name: string | undefined): void {
    if (name !== undefined) names.push(name);
  }
}

/** A parameter that is a request by its name or type, whoever passes it. */
export function isRequestParameter(parameter: Node, { moduleScope }: Pick<SourceIndex, 'moduleScope'>): boolean {
  const name = parameter.type === 'Identifier' ? parameter.name : '';
  const type = parameterType(parameter) ?? '';
  if (/^_?(req|request)$/.test(name) || REQUEST_TYPE.test(type)) return true;
  if (!CONTEXT_TYPE.test(type)) return false;
  const declaration = moduleScope.set.get(type.split('.')[0]!)?.defs[0]?.parent;
  return declaration?.type === 'ImportDeclaration' && CONTEXT_MODULE.test(declaration.source.value);
}

const REQUEST_TYPE =
  /^(Request|NextRequest|NextApiRequest|IncomingMessage|FastifyRequest|HttpRequest|Express\.Request|express\.Request|VercelRequest|RequestEvent|HonoRequest|H3Event|APIGateway\w*Event\w*)$/;

/** Frameworks that hand a request, or an update of a bot, with what answers it, as one context. */
const CONTEXT_TYPE = /(^|\.|[a-z])Context$/;
const CONTEXT_MODULE = /^(telegraf|grammy|hono|koa|elysia|@oak\/oak|astro|@slack\/bolt|botbuilder)(\/|$)/;
