import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';

import type { SourceFile } from './material.js';

type Parsed = ReturnType<typeof parser.parseForESLint>;

function parse({ name, text }: SourceFile): Parsed | undefined {
  try {
    return parser.parseForESLint(text, { filePath: name, range: true, loc: true, ecmaFeatures: { jsx: true }, sourceType: 'module' });
  } catch {
    return undefined;
  }
}

function* nodesOf(ast: TSESTree.Node): Iterable<TSESTree.Node> {
  const pending: unknown[] = [ast];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const node = value as TSESTree.Node;
    yield node;
    for (const [key, child] of Object.entries(node)) {
      if (key === 'parent' || key === 'tokens' || key === 'comments') continue;
      for (const item of Array.isArray(child) ? (child as unknown[]) : [child])
        if (typeof (item as TSESTree.Node | null)?.type === 'string') pending.push(item);
    }
  }
}

/** The texts of the statements of a module, and of the statements in its functions' bodies. */
export function statementsOf(file: SourceFile): readonly string[] {
  const parsed = parse(file);
  const found: string[] = [];
  for (const node of parsed ? nodesOf(parsed.ast) : []) {
    if (node.type === 'BlockStatement' || node.type === 'Program')
      for (const statement of node.body) found.push(file.text.slice(...statement.range));
  }
  return found;
}

/** Where `{ page }` stands for `{ page: page }`. */
function placesOfShorthands(ast: TSESTree.Node): ReadonlySet<number> {
  const places = new Set<number>();
  for (const node of nodesOf(ast)) if (node.type === 'Property' && node.shorthand) places.add(node.range[0]);
  return places;
}

const WORD = /[A-Za-z_$][\w$]*/g;

/** Replaces one name by another that the file already has, wherever it stands: aliases, cycles and nonsense come of it. */
export function confuseNames(text: string, from: number, to: number): string {
  const words = [...new Set(text.match(WORD) ?? [])];
  if (words.length === 0) return text;
  const old = words[from % words.length]!;
  const replacement = words[to % words.length]!;
  return text.replace(WORD, (word) => (word === old ? replacement : word));
}

const DECLARED = /\bfunction\*?\s+([A-Za-z_$][\w$]*)|\bconst\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?(?:function\b|\()/g;
const CALLED = /(?<!\bfunction\*?\s+|[\w$.])([A-Za-z_$][\w$]*)(?=\()/g;
const NO_CALL = /^(if|for|while|switch|catch|function|return|await|super|import|constructor|require)$/;

/** Lets calls of one name go to a function that the text declares: functions that run themselves, or one another in a circle, come of it. */
export function confuseCalls(text: string, from: number, to: number): string {
  const declared = Array.from(text.matchAll(DECLARED), ([, name, held]) => name ?? held!);
  const called = [...new Set(Array.from(text.matchAll(CALLED), ([, name]) => name!))].filter((name) => !NO_CALL.test(name));
  if (declared.length === 0 || called.length === 0) return text;
  const old = called[from % called.length]!;
  const target = declared[to % declared.length]!;
  return text.replace(CALLED, (name) => (name === old ? target : name));
}

/**
 * Gives each plain local a name of the same length that says nothing: positions stay as they are.
 *
 * A name may speak where a rule has nothing better, and then it keeps: names of module level, of parameters, of what another function
 * captures, and of what is put into an object under its name or taken out of one.
 */
export function renameLocals(file: SourceFile, letters: string): string | undefined {
  const parsed = parse(file);
  if (!parsed?.scopeManager) return undefined;
  const taken = new Set(file.text.match(WORD) ?? []);
  const shorthands = placesOfShorthands(parsed.ast);
  const edits: { readonly range: readonly [number, number]; readonly name: string }[] = [];
  for (const scope of parsed.scopeManager.scopes) {
    if (scope.variableScope.type !== 'function') continue;
    for (const variable of scope.variables) {
      const [definition] = variable.defs;
      if (variable.defs.length !== 1 || definition?.type !== 'Variable' || variable.identifiers.length !== 1) continue;
      if (variable.references.some((reference) => reference.from.variableScope !== scope.variableScope)) continue;
      const identifiers = [
        ...new Set([...variable.identifiers, ...variable.references.map(({ identifier }) => identifier as TSESTree.Identifier)]),
      ];
      if (
        identifiers.some((identifier) => file.text.slice(identifier.range[0], identifier.range[0] + variable.name.length) !== variable.name)
      )
        continue;
      if (definition.node.id.type !== 'Identifier' || identifiers.some(({ range }) => shorthands.has(range[0]))) continue;
      const name = silentName(variable.name.length, letters, taken);
      if (name === undefined) continue;
      taken.add(name);
      for (const { range } of identifiers) edits.push({ range: [range[0], range[0] + variable.name.length], name });
    }
  }
  if (edits.length === 0) return undefined;
  let text = file.text;
  for (const { range, name } of edits.sort((a, b) => b.range[0] - a.range[0])) text = text.slice(0, range[0]) + name + text.slice(range[1]);
  return text;
}

function silentName(length: number, letters: string, taken: ReadonlySet<string>): string | undefined {
  if (length < 3) return undefined;
  for (const first of letters) {
    const name = first + letters.repeat(length).slice(0, length - 1);
    if (!taken.has(name)) return name;
  }
  return undefined;
}

/** Functions that nobody calls and that call nobody. */
export const UNRELATED = [
  'function describeParcelSize(height, width) {\n  const area = height * width;\n  return area > 400 ? `large (${area})` : `small (${area})`;\n}',
  'function mergeLabelPairs(first, second) {\n  const merged = { ...first };\n  for (const [label, text] of Object.entries(second)) if (text) merged[label] = text;\n  return merged;\n}',
  'class ParcelShape {\n  constructor(height, width) {\n    this.height = height;\n    this.width = width;\n  }\n  area() {\n    return this.height * this.width;\n  }\n}',
  'const parcelEdges = (shape) => {\n  let longest = 0;\n  for (const edge of shape.edges) longest = Math.max(longest, edge);\n  return longest;\n};',
];
