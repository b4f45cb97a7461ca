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

/** The texts of the statements of a module, and of the statements in its functions' bodies. */
export function statementsOf(file: SourceFile): readonly string[] {
  const parsed = parse(file);
  if (!parsed) return [];
  const found: string[] = [];
  const pending: unknown[] = [parsed.ast];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const node = value as TSESTree.Node;
    if (node.type === 'BlockStatement' || node.type === 'Program') for (const statement of node.body) found.push(file.text.slice(...statement.range));
    for (const [key, child] of Object.entries(node)) {
      if (key === 'parent' || key === 'tokens' || key === 'comments') continue;
      for (const item of Array.isArray(child) ? (child as unknown[]) : [child]) if (typeof (item as TSESTree.Node | null)?.type === 'string') pending.push(item);
    }
  }
  return found;
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

/**
 * Gives each plain local a name of the same length that says nothing: positions stay as they are.
 *
 * A name may speak where a rule has nothing better, and then it keeps: names of module level, of parameters, of what another function
 * captures, of what is called or has its methods called, of what stands in a key, and of what is taken out of an object under its name.
 */
export function renameLocals(file: SourceFile, letters: string): string | undefined {
  const parsed = parse(file);
  if (!parsed?.scopeManager) return undefined;
  const taken = new Set(file.text.match(WORD) ?? []);
  const edits: { readonly range: readonly [number, number]; readonly name: string }[] = [];
  for (const scope of parsed.scopeManager.scopes) {
    if (scope.variableScope.type !== 'function') continue;
    for (const variable of scope.variables) {
      const [definition] = variable.defs;
      if (variable.defs.length !== 1 || definition?.type !== 'Variable' || variable.identifiers.length !== 1) continue;
      if (variable.references.some((reference) => reference.from.variableScope !== scope.variableScope)) continue;
      const identifiers = [...new Set([...variable.identifiers, ...variable.references.map(({ identifier }) => identifier as TSESTree.Identifier)])];
      if (identifiers.some((identifier) => file.text.slice(identifier.range[0], identifier.range[0] + variable.name.length) !== variable.name)) continue;
      if (definition.node.id.type !== 'Identifier' || identifiers.some((identifier) => speaks(identifier))) continue;
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

function speaks(identifier: TSESTree.Identifier): boolean {
  const parent = identifier.parent as TSESTree.Node | undefined;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.parent?.type === 'CallExpression' || parent.property === identifier;
    case 'CallExpression':
    case 'NewExpression':
    case 'TemplateLiteral':
      return true;
    case 'Property':
      return parent.shorthand;
    case 'JSXExpressionContainer':
      return false;
    default:
      return false;
  }
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
