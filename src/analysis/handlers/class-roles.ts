/**
 * Question: which classes have one instance for as long as the process lives, and of which does a runtime own the fields?
 *
 *     @Injectable() class Orders {}                 // NestJS makes one
 *     const orders = new Orders();                  // the module makes one while it loads
 *     class Room extends DurableObject {}           // an actor: its runtime persists or owns its fields
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { classOfField, dottedName, isClass, isFunction, keyName, unwrap, type ClassNode, type FunctionNode, type Node } from '../ast.js';
import { ACTOR_BASES, ACTOR_DECORATORS, ACTOR_INTERFACES, ACTOR_PARAMETERS } from '../platforms/actors.js';
import type { SourceIndex } from '../source-index.js';
import type { Values } from '../values.js';
import type { Callees } from './callee.js';
import { isFrom, isOwnModule, type Entry, type FormTable } from './form-table.js';
import { parameterType } from './types.js';

export interface ClassRoles {
  readonly singletons: Set<ClassNode>;
  /** Those of them that a framework makes, and whose methods it calls: only these tell of a server. */
  readonly managed: ReadonlySet<ClassNode>;
  readonly actors: ReadonlySet<ClassNode>;
}

export function findClassRoles(
  source: SourceIndex,
  values: Values,
  callees: Callees,
  table: FormTable,
  addMethod: (fn: FunctionNode, name: string, entry: Entry) => void,
): ClassRoles {
  const singletons = new Set<ClassNode>();
  const managed = new Set<ClassNode>();
  const actors = new Set<ClassNode>();

  for (const node of source.classes) {
    if (isActor(node, callees)) {
      actors.add(node);
      continue;
    }
    const base = node.superClass ? baseName(node.superClass) : undefined;
    const [worker] = base === undefined ? [] : table.named('bases', base);
    if (worker) addMethods(node, worker);
    for (const { expression } of decoratorsOf(node)) {
      const entry = entryOfDecorator('decorators', expression);
      if (!entry || isRequestScoped(expression)) continue;
      singletons.add(node);
      managed.add(node);
      addMethods(node, entry);
    }
  }
  const inFields = new Map<ClassNode, Node[]>();
  for (const { node, from } of source.calls) {
    if (node.type !== 'NewExpression' || from !== null) continue;
    const holder = classOfField(node);
    if (holder) inFields.set(holder, [...(inFields.get(holder) ?? []), node]);
    else addInstance(node);
  }
  for (const node of singletons) inFields.get(node)?.forEach(addInstance);
  return { singletons, managed, actors };

  function addInstance(made: Node): void {
    for (const value of values.of(made))
      if (value.kind === 'instance' && isClass(value.of) && !actors.has(value.of)) singletons.add(value.of);
  }

  function entryOfDecorator(way: 'decorators' | 'methodDecorators', expression: Node): Entry | undefined {
    const decorator = expression.type === 'CallExpression' ? expression.callee : expression;
    if (decorator.type !== 'Identifier') return undefined;
    const candidates = table.named(way, decorator.name);
    if (candidates.length === 0) return undefined;
    const module = callees.moduleOfName(decorator.name);
    return candidates.find(({ form }) => !form.from || (module !== undefined && !isOwnModule(module) && isFrom(module, form.from)));
  }

  function addMethods(node: ClassNode, entry: Entry): void {
    for (const member of node.body.body) {
      if ((member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') || !member.value || !isFunction(member.value))
        continue;
      const name = keyName(member);
      if (name === undefined || name === 'constructor' || name.startsWith('#') || member.accessibility === 'private') continue;
      if (LIFE_CYCLE.test(name)) continue;
      const own = decoratorsOf(member).map(({ expression }) => entryOfDecorator('methodDecorators', expression));
      addMethod(member.value, name, own.find((candidate) => candidate !== undefined) ?? entry);
    }
  }
}

/** Methods that a framework calls once, while it starts or stops. */
export const LIFE_CYCLE = /^(on(Module|Application)\w+|beforeApplicationShutdown|afterInit|\$onInit|\$onDestroy)$/;

/** Parsers without TypeScript leave the list out where there is none. */
function decoratorsOf(node: ClassNode | TSESTree.ClassElement): readonly TSESTree.Decorator[] {
  return ((node as Partial<ClassNode>).decorators as readonly TSESTree.Decorator[] | undefined) ?? [];
}

function isActor(node: ClassNode, callees: Callees): boolean {
  if (node.superClass && extendsActor(node.superClass, callees)) return true;
  if ((node.implements ?? []).some(({ expression }) => ACTOR_INTERFACES.includes(dotted(expression)))) return true;
  if (
    decoratorsOf(node).some(({ expression }) =>
      ACTOR_DECORATORS.includes(baseName(expression.type === 'CallExpression' ? expression.callee : expression) ?? ''),
    )
  )
    return true;
  const constructor = node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (constructor?.type !== 'MethodDefinition' || !isFunction(constructor.value)) return false;
  return constructor.value.params.some((parameter) => {
    const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    return ACTOR_PARAMETERS.includes(parameterType(target) ?? '');
  });
}

function extendsActor(superClass: Node, callees: Callees): boolean {
  const base = baseName(superClass);
  const known = ACTOR_BASES.find(({ names }) => base !== undefined && names.includes(base));
  if (!known?.from) return known !== undefined;
  const { root } = dottedName(superClass.type === 'CallExpression' ? superClass.callee : superClass);
  const module = root.type === 'Identifier' ? callees.moduleOfName(root.name) : undefined;
  return module !== undefined && isFrom(module, known.from);
}

function baseName(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'CallExpression') return baseName(inner.callee);
  return inner.type === 'MemberExpression' && inner.property.type === 'Identifier' ? inner.property.name : undefined;
}

function dotted(node: Node): string {
  const { root, path } = dottedName(node);
  return [root.type === 'Identifier' ? root.name : '', ...path].join('.');
}

/** `@Injectable({ scope: Scope.REQUEST })`, `@Service({ transient: true })`: not one instance. */
function isRequestScoped(decorator: Node): boolean {
  const options = decorator.type === 'CallExpression' ? decorator.arguments[0] : undefined;
  if (options?.type !== 'ObjectExpression') return false;
  return options.properties.some((property) => {
    if (property.type !== 'Property') return false;
    const value = unwrap(property.value);
    if (keyName(property) === 'transient') return value.type === 'Literal' && value.value === true;
    if (keyName(property) !== 'scope') return false;
    return (
      value.type === 'MemberExpression' &&
      value.property.type === 'Identifier' &&
      /^(REQUEST|TRANSIENT|Request|Transient)$/.test(value.property.name)
    );
  });
}
