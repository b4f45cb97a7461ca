/**
 * Question: is a cell filled by the program itself, whoever asks, rather than by its requests?
 *
 *     if (loaded) return; …; tools.set(tool.name, tool); loaded = true;         // once, under a flag beside it
 *     routes.clear(); for (const route of given) routes.set(route.path, route);   // replaced as a whole by another file
 *     const FORMATS = { … }; export function setFormat(model, format) { FORMATS[model] = format; }
 *
 * What callers in other files give is judged so only in files that serve no request themselves: there a setter is start-up code
 * more often than not, and nothing here tells.
 */

import { booleanValue, type FunctionNode, isNullish, type Node, unwrap } from '../ast.js';
import type { Access, Cell } from '../cells/index.js';
import { branchesOf, contains, isInCatch, isReachedWhenAbsent, isUnconditional, leaves } from '../guards.js';
import { functionName } from '../handlers.js';
import type { Origin } from '../origins.js';
import { namesParty, namesPerson, wordsOf } from '../vocabulary.js';
import { isNewCollection } from './dedup.js';
import { derivesFromSelf, isEmptying, originsOf } from './evidence.js';
import type { Facts } from './facts.js';
import type { Concern, Verdict } from './verdict.js';

/** A table that other files of the program set up: replaced as a whole, or written down here and added to. */
export function isGivenByProgram(facts: Facts, puts: readonly Access[]): boolean {
  return (
    !facts.analysis.handlers.hasPlatformHandler &&
    puts.every((access) => isGiven(facts, access)) &&
    (isReplacedWhole(facts, puts) || isTableWithSetter(facts, puts) || isRegistered(facts, puts))
  );
}

/** Key and value are what a caller in another file passed, and nothing is made here. */
function isGiven(facts: Facts, access: Access): boolean {
  if (access.kind !== 'put' || access.value === undefined) return false;
  // `parts[parts.findIndex((known) => known.name === part.name)] = part`: in the place of the one before.
  const origins = [...(derivesFromSelf(facts, access.key) ? [] : originsOf(facts, access.key)), ...originsOf(facts, access.value)];
  return origins.includes('caller') && origins.every((origin) => GIVEN.has(origin));
}

const GIVEN: ReadonlySet<Origin> = new Set<Origin>(['caller', 'constant', 'load', 'external', 'unknown']);

/** One function empties the cell first, whatever it is given, and nothing else writes. */
function isReplacedWhole(facts: Facts, puts: readonly Access[]): boolean {
  const cleared = facts.writes.find((access) => access.kind === 'clear' && isUnconditional(access.site));
  const setter = cleared?.fn;
  if (!cleared || !setter) return false;
  return facts.writes.every(
    (access) =>
      access === cleared || (puts.includes(access) && contains(setter, access.site) && access.site.range[0] > cleared.site.range[0]),
  );
}

/** A table of the code, under a constant's name or with a setter that registers, which is never taken from. */
function isTableWithSetter(facts: Facts, puts: readonly Access[]): boolean {
  const { cell, writes, analysis } = facts;
  if (!isWrittenTable(cell.init) || writes.length > puts.length || namesPerson([cell.name]) || namesParty([cell.name])) return false;
  return puts.every(({ fn, key }) => {
    const name = fn && analysis.handlers.byFunction.get(fn)?.entry === 'export' ? functionName(fn) : undefined;
    return (
      key !== undefined &&
      name !== undefined &&
      (/^(register|define|configure)(?![a-z])/.test(name) ||
        (/^(set|override|add)(?![a-z])/.test(name) && /^[A-Z][A-Z\d_]+$/.test(cell.name)))
    );
  });
}

/** Filled by nothing but `register…`, with what bears no name of a person, a caller or what somebody does here. */
function isRegistered({ cell, writes, analysis }: Facts, puts: readonly Access[]): boolean {
  return (
    writes.every(
      (access) =>
        puts.includes(access) ||
        isEmptying(access) ||
        (access.kind === 'assign' && access.value !== undefined && isNewCollection(access.value)) ||
        (access.fn !== null && /^(unregister|deregister)(?![a-z])/.test(functionName(access.fn) ?? '')),
    ) &&
    puts.every(({ fn }) => {
      const name = fn && analysis.handlers.byFunction.get(fn)?.entry === 'export' ? functionName(fn) : undefined;
      // `registerAccountSection` registers sections.
      return (
        name !== undefined &&
        /^register(?![a-z])/.test(name) &&
        ![wordsOf(name).at(-1)!, cell.name.replace(COMPUTED_NAME, '')].some(
          (text) => namesPerson([text]) || namesParty([text]) || NAMES_RECORD.test(text),
        )
      );
    })
  );
}

/** `globalThis.[partsKey]`: what stands in brackets names a symbol. */
const COMPUTED_NAME = /\[\w+\]$/;
const NAMES_RECORD =
  /session|device|webhook|subscri|participant|token|order|booking|job|task|vote|team|guest|attendee|patient|student|event/i;

function isWrittenTable(init: Node | undefined): boolean {
  const inner = init && unwrap(init);
  if (inner?.type === 'NewExpression') return isWrittenTable(inner.arguments[0]);
  return (
    (inner?.type === 'ObjectExpression' && inner.properties.length > 0) || (inner?.type === 'ArrayExpression' && inner.elements.length > 0)
  );
}

/**
 * `if (!index) buildIndex();`: a function that runs only where the cell is empty makes it anew, and fills it with what is written down in
 * the code.
 */
export function isBuiltWhereAbsent(facts: Facts): boolean {
  const { analysis, tests, writes } = facts;
  const filling = writes.filter((access) => !isNullish(access.value ?? access.site));
  const [builder] = filling.map(({ fn }) => fn);
  if (!builder || analysis.handlers.byFunction.has(builder) || !filling.every(({ fn }) => fn === builder)) return false;
  const made = filling.find((access) => access.kind === 'clear' || access.kind === 'assign');
  if (!made || !isUnconditional(made.site)) return false;
  const calls = analysis.reach.callersOf(builder);
  const isBehind = (node: Node): boolean =>
    tests.some(
      (test) => test.polarity !== 'unknown' && (contains(branchesOf(test).absent, node) || isReachedWhenAbsent(analysis, test, node)),
    );
  if (calls.length === 0 || !calls.every(({ node }) => isBehind(node))) return false;
  return filling.every(
    (access) =>
      ![...originsOf(facts, access.key), ...originsOf(facts, access.value)].some(
        (origin) => origin === 'request' || origin === 'caller' || origin === 'fresh',
      ),
  );
}

const ABOUT_FILLING: ReadonlySet<Concern> = new Set<Concern>(['module-state', 'record', 'cache', 'lock']);

/** Takes back what was said of a flag that lets one set-up through, and of what that set-up fills. */
export function dropFilledOnce(facts: ReadonlyMap<Cell, Facts>, verdicts: Map<Cell, Verdict>): void {
  if (verdicts.size === 0) return;
  let written: ReadonlyMap<FunctionNode, readonly Facts[]> | undefined;
  const done = new Map<Node, Set<FunctionNode>>();
  for (const [flag, own] of facts) {
    const fillers = setUpsBehind(own);
    const [filler, ...others] = fillers;
    if (!filler) continue;
    if (ABOUT_FILLING.has(verdicts.get(flag)?.concern ?? 'counter')) verdicts.delete(flag);
    // What one function fills is the same under all of its flags.
    const known = done.get(flag.owner) ?? new Set();
    if (others.length === 0 && known.has(filler)) continue;
    done.set(flag.owner, known.add(filler));
    written ??= byWriter(facts, verdicts);
    for (const candidate of fillers) {
      for (const other of written.get(candidate) ?? [])
        if (other.cell.owner === flag.owner && isFilledBy(other, fillers)) verdicts.delete(other.cell);
    }
  }
}

/** What may be filled, by the functions around its first write. */
function byWriter(facts: ReadonlyMap<Cell, Facts>, verdicts: ReadonlyMap<Cell, Verdict>): ReadonlyMap<FunctionNode, readonly Facts[]> {
  const written = new Map<FunctionNode, Facts[]>();
  for (const [cell, { concern }] of verdicts) {
    const own = ABOUT_FILLING.has(concern) ? facts.get(cell) : undefined;
    for (let fn = own?.writes[0]?.fn ?? null; own && fn; fn = own.analysis.source.functionOf(fn)) {
      const known = written.get(fn);
      if (known) known.push(own);
      else written.set(fn, [own]);
    }
  }
  return written;
}

/**
 * The helpers that raise a flag for good, and that run only where it is down: `if (ready) return; await fill(); ready = true`. A handler
 * that leaves so answers without its work, and a flag that only a failure raises is a fallback.
 */
function setUpsBehind(facts: Facts): ReadonlySet<FunctionNode> {
  const { cell, writes, tests, analysis } = facts;
  const fillers = new Set<FunctionNode>();
  if (cell.container !== 'scalar' || (cell.init !== undefined && booleanValue(cell.init) === true)) return fillers;
  if (writes.every(({ site }) => isInCatch(site))) return fillers;
  const stops = tests.filter((test) => test.polarity !== 'unknown' && leaves(branchesOf(test).present));
  for (const { kind, value, site, fn } of writes) {
    if (kind !== 'assign' || fn === null || booleanValue(value) !== true || analysis.handlers.byFunction.get(fn)?.entry === 'platform')
      return new Set();
    const isBehind = (node: Node): boolean => stops.some((test) => isReachedWhenAbsent(analysis, test, node));
    const calls = analysis.reach.callersOf(fn);
    if (!isBehind(site) && !(calls.length > 0 && calls.every(({ node }) => isBehind(node)))) return new Set();
    fillers.add(fn);
  }
  return fillers;
}

/** Every write stands in the set-up, and nothing of a request goes in. */
function isFilledBy(facts: Facts, fillers: ReadonlySet<FunctionNode>): boolean {
  return facts.writes.every((access) => {
    const isInside = [...fillers].some((filler) => contains(filler, access.site));
    const origins = [...originsOf(facts, access.key), ...originsOf(facts, access.value)];
    return isInside && (isEmptying(access) || !origins.some((origin) => origin === 'request' || origin === 'caller' || origin === 'fresh'));
  });
}
