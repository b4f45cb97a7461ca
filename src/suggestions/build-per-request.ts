/**
 * Question: can the functions that write to a shared object each work on a copy of their own?
 *
 *     const options = { timeout: 500, headers: {} };
 *     export async function GET(request) {
 *       const ownOptions = { ...options, headers: { ...options.headers } };      ←
 *       ownOptions.headers.authorization = request.headers.get('authorization');
 *
 * They can where the object is plain data. A handler may: nobody else is meant to find what its request wrote. A function that handlers
 * call may where it writes all that anybody writes, before it does anything else with the object: so it never finds what its caller
 * wrote. The copy goes as deep as the writes do. Where one handler uses the object alone, `move-into-handler` is simpler.
 */
import { keyName, unwrap, type FunctionNode, type Node } from '../analysis/ast.js';
import { contains, isUnconditional } from '../analysis/guards.js';
import type { FileAnalysis, StateFinding } from '../analysis/index.js';
import type { Reference, SourceIndex } from '../analysis/source-index.js';
import { isContainer, isFreshData } from './fresh-data.js';
import { handlerAround, isOnlyRunByPlatform } from './handler-of-uses.js';
import { quoteOf, semicolonOf } from './layout.js';
import { moduleBindingAt } from './module-binding.js';
import { unusedName } from './names.js';
import { insertOnTop } from './statements.js';
import type { Edit, Suggestion } from './suggestion.js';
import { isWrite, requestParts, type PartUse } from './written-parts.js';

export function buildPerRequest(analysis: FileAnalysis, { node, cell }: StateFinding): Suggestion | undefined {
  const { source } = analysis;
  const binding = moduleBindingAt(source, node);
  const init = binding?.declarator.init;
  if (!binding || !init || binding.uses.some((use) => use.isWrite()) || !isFreshData(source, init)) return undefined;
  const { name } = binding.variable;
  const parts = requestParts(analysis, binding.uses);
  const units = unitsOf(analysis, binding.uses);
  if (
    !parts ||
    !cell.accesses.every(
      (access) => !access.value || parts.some((part) => isWrite(part) && contains(access.site, part.use.identifier as Node)),
    )
  )
    return undefined;
  if (!units?.every((unit) => canWorkOnCopy(source, unit, parts)) || (units.length === 1 && units[0]!.isHandler)) return undefined;
  const own = unusedName(source, source.ast, [`own${name[0]!.toUpperCase()}${name.slice(1)}`]);
  const copy = copyOf(
    source,
    init,
    name,
    parts.filter(isWrite).map(({ into }) => into),
  );
  if (own === undefined || copy === undefined) return undefined;
  const edits: Edit[] = [];
  for (const { fn, uses } of units) {
    if (!parts.some((part) => isWrite(part) && uses.includes(part.use))) continue;
    const inserted = insertOnTop(source, fn, `const ${own} = ${copy}${semicolonOf(source)}`);
    if (!inserted) return undefined;
    edits.push(inserted, ...uses.map((use) => rename(source, use, own)));
  }
  return { data: { name }, edits };
}

/** A function with all its uses of the object, those in the functions that stand in it included. */
interface Unit {
  readonly fn: FunctionNode;
  readonly isHandler: boolean;
  readonly uses: readonly Reference[];
}

function unitsOf(analysis: FileAnalysis, uses: readonly Reference[]): readonly Unit[] | undefined {
  const units = new Map<FunctionNode, { fn: FunctionNode; isHandler: boolean; uses: Reference[] }>();
  for (const use of uses) {
    const node = use.identifier as Node;
    const handler = handlerAround(analysis, node);
    const isHandler = handler !== undefined && isOnlyRunByPlatform(analysis, handler);
    const fn = isHandler ? handler.fn : analysis.source.functionOf(node);
    // A default value of a parameter is evaluated before the body.
    if (!fn || fn.body.type !== 'BlockStatement' || node.range[0] < fn.body.range[0]) return undefined;
    const known = units.get(fn);
    if (known) known.uses.push(use);
    else units.set(fn, { fn, isHandler, uses: [use] });
  }
  return [...units.values()];
}

function canWorkOnCopy(source: SourceIndex, { fn, isHandler, uses }: Unit, parts: readonly PartUse[]): boolean {
  const own = parts.filter(({ use }) => uses.includes(use));
  const firstOther = uses.find((use) => !own.some((part) => isWrite(part) && part.use === use))?.identifier.range[0] ?? Infinity;
  const isWrittenHere = ({ path }: PartUse): boolean =>
    own.some(
      (part) =>
        isWrite(part) &&
        areSame(part.path, path) &&
        (isHandler ||
          (part.use.identifier.range[0] < firstOther &&
            source.functionOf(part.use.identifier as Node) === fn &&
            isUnconditional(part.use.identifier as Node))),
    );
  if (!isHandler) return parts.filter(isWrite).every(isWrittenHere);
  // What another handler wrote is not asked for by name.
  return own.every(
    (read) => isWrite(read) || parts.every((write) => !isWrite(write) || !startsWith(read.path, write.path) || isWrittenHere(write)),
  );
}

/** `{ ...options, headers: { ...options.headers } }`: copies of the object and of the objects in it that are changed. */
function copyOf(source: SourceIndex, init: Node, place: string, changed: readonly (readonly string[])[]): string | undefined {
  const value = unwrap(init);
  if (isContainer(source, value))
    return changed.every((path) => path.length === 0) &&
      value.type === 'NewExpression' &&
      value.callee.type === 'Identifier' &&
      value.callee.name !== 'FormData'
      ? `new ${value.callee.name}(${place})`
      : undefined;
  if (value.type !== 'ObjectExpression') return undefined;
  const copies = [`...${place}`];
  for (const name of new Set(changed.flatMap(([first]) => (first === undefined ? [] : [first])))) {
    // The last one of a name counts, and a spread may hold any.
    const property = value.properties.findLast(
      (candidate) => candidate.type !== 'Property' || keyName(candidate) === name || keyName(candidate) === undefined,
    );
    if (property?.type !== 'Property' || keyName(property) !== name) return undefined;
    const isName = /^[A-Za-z_$][\w$]*$/.test(name);
    const quoted = `${quoteOf(source)}${name}${quoteOf(source)}`;
    const copy = copyOf(
      source,
      property.value,
      isName ? `${place}.${name}` : `${place}[${quoted}]`,
      changed.flatMap(([first, ...rest]) => (first === name ? [rest] : [])),
    );
    if (copy === undefined || (!isName && !/^[\w\- ./]+$/.test(name))) return undefined;
    copies.push(`${isName ? name : quoted}: ${copy}`);
  }
  return `{ ${copies.join(', ')} }`;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && startsWith(a, b);
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((name, index) => name === path[index]);
}

function rename({ text }: SourceIndex, { identifier }: Reference, name: string): Edit {
  const { range } = identifier;
  const { parent } = identifier as Node;
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  return { range, text: isShorthand ? `${text.slice(...range)}: ${name}` : name };
}
