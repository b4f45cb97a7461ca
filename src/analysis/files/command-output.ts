/**
 * Question: which files does a program write, as its command line says?
 *
 *     execSync(`pg_dump $URL > /tmp/dump-${day}.sql`)       → /tmp/dump-{day}.sql
 *     spawn('ffmpeg', ['-i', source, '/tmp/a.mp3'])          → /tmp/a.mp3
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { stringValue, unwrap, type Node } from '../ast.js';
import type { SourceIndex } from '../source-index.js';
import { LAST_IS_OUTPUT, OUTPUT_FLAG } from './file-calls.js';
import type { LocalPaths } from './local-paths.js';
import type { Path } from './path-pieces.js';
import { writtenName } from './written-name.js';

/** `> file`, `>> file`, `--output file` in a command line; not `2>&1`. Short flags mean something else in every program. */
const REDIRECT = /(?:^|[^\d&-])(>>?|\s--(?:output|outfile|output-file)(?=[\s=]))[\s=]*["']?([^\s"'`;|&<>$-][^\s"'`;|&<>$]*|(?=$))/g;

/** Arguments in a list of their own that are paths which the program writes. */
export function outputArguments(source: SourceIndex, args: readonly Node[]): ReadonlySet<Node> {
  const outputs = new Set<Node>();
  const list = args.map((argument) => listOf(source, argument)).find((found) => found !== undefined) ?? [];
  list.forEach((item, index) => {
    if (OUTPUT_FLAG.test(stringValue(list[index - 1]) ?? '')) outputs.add(item);
  });
  const last = list.at(-1);
  if (last && args[0] && LAST_IS_OUTPUT.test(writtenName(args[0]))) outputs.add(last);
  return outputs;
}

function listOf(source: SourceIndex, node: Node): readonly Node[] | undefined {
  let inner = unwrap(node);
  if (inner.type === 'Identifier') {
    const definition = source.variableOf(inner)?.defs[0]?.node as Node | undefined;
    if (definition?.type === 'VariableDeclarator' && definition.init) inner = unwrap(definition.init);
  }
  if (inner.type !== 'ArrayExpression') return undefined;
  return inner.elements.filter((element): element is TSESTree.Expression => element !== null && element.type !== 'SpreadElement');
}

export interface Redirect {
  readonly kind: 'write' | 'append';
  readonly path: Path;
}

/** What a shell writes. */
export function redirectsOf(command: Node, paths: LocalPaths): readonly Redirect[] {
  const parts = partsOf(unwrap(command));
  return parts
    .flatMap((part, index) =>
      typeof part === 'string' ? Array.from(part.matchAll(REDIRECT), (match) => redirectAt(match, parts, index)) : [],
    )
    .filter((redirect) => redirect !== undefined);

  function redirectAt(match: RegExpExecArray, all: readonly (string | Node)[], index: number): Redirect | undefined {
    const [whole, operator = '', target = ''] = match;
    const path: Path[number][] = target === '' ? [] : [{ kind: 'text', text: target }];
    if (match.index + whole.length === match.input.length) path.push(...continued(all.slice(index + 1)));
    // `aws … --output json` names a form, not a file.
    const isForm = !operator.startsWith('>') && path.every((piece) => piece.kind === 'text' && !/[/.]/.test(piece.text));
    if (path.length === 0 || isForm || target.startsWith('/dev/')) return undefined;
    return { kind: operator === '>>' ? 'append' : 'write', path };
  }

  /** A path that goes on in the parts of a template behind its start. */
  function continued(following: readonly (string | Node)[]): Path {
    const path: Path[number][] = [];
    for (const next of following) {
      if (typeof next !== 'string') {
        path.push(...(paths.of(next)[0] ?? []));
        continue;
      }
      const rest = /^[^\s"';|&<>]*/.exec(next)![0];
      if (rest !== '') path.push({ kind: 'text', text: rest });
      if (rest !== next) break;
    }
    return path;
  }
}

/** The texts of a command line, and the expressions between them. */
function partsOf(command: Node): readonly (string | Node)[] {
  if (command.type !== 'TemplateLiteral') {
    const text = stringValue(command);
    return text === undefined ? [] : [text];
  }
  return command.quasis.flatMap((quasi, index) => [
    quasi.value.cooked ?? '',
    ...(command.expressions[index] ? [command.expressions[index]] : []),
  ]);
}
