import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const docs = path.join(root, 'docs');

export interface Fence {
  readonly language: string;
  /** The title of the `##` section that holds it; empty above the first. */
  readonly section: string;
  readonly line: number;
  readonly code: string;
  /** The path that the example has in its service: `filename="app/api/orders/route.ts"`. */
  readonly filename: string | undefined;
  /** The rule that reports it, where its section does not say so: `reports="no-memory-dedup"`. */
  readonly reports: string | undefined;
}

export interface Page {
  /** Below `docs`, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly title: string }[];
  readonly fences: readonly Fence[];
  readonly links: readonly string[];
}

/** Every Markdown page below `docs`. */
export const pages: readonly Page[] = listFiles(docs)
  .filter((file) => file.endsWith('.md'))
  .map(readPage);

export const rulePages = pages.filter((page) => page.path.startsWith('rules/'));

/** Every file below a directory, sorted, so that tests have the same order everywhere. */
export function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

export function readPage(file: string): Page {
  const text = readFileSync(file, 'utf8');
  const headings: { level: number; title: string }[] = [];
  const fences: Fence[] = [];
  const prose: string[] = [];
  let section = '';
  let open: { language: string; info: string; line: number; code: string[] } | undefined;

  text.split('\n').forEach((line, index) => {
    const fence = /^```(\w*)\s*(.*)$/.exec(line);
    const heading = /^(#{1,6}) (.+)$/.exec(line);
    if (open && line.trimEnd() === '```') {
      const { language, info, code } = open;
      fences.push({
        language,
        section,
        line: open.line,
        code: `${code.join('\n')}\n`,
        filename: entryOf(info, 'filename'),
        reports: entryOf(info, 'reports'),
      });
      open = undefined;
    } else if (open) {
      open.code.push(line);
    } else if (fence) {
      open = { language: fence[1]!, info: fence[2]!, line: index + 1, code: [] };
    } else if (heading) {
      headings.push({ level: heading[1]!.length, title: heading[2]! });
      if (heading[1] === '##') section = heading[2]!;
    } else {
      prose.push(line);
    }
  });
  if (open) throw new Error(`${file}:${open.line}: a fence that is never closed`);

  const links = [...prose.join('\n').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  return { path: path.relative(docs, file).replaceAll('\\', '/'), text, headings, fences, links };
}

function entryOf(info: string, key: string): string | undefined {
  return new RegExp(`${key}="([^"]+)"`).exec(info)?.[1];
}
