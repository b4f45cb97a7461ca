import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { docs, pages, readPage, root } from './read-page.js';

/** The anchor that GitHub gives a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function anchorsIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf(match[1]!));
}

const rootPages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => readPage(path.join(root, name)));

describe.each([...pages, ...rootPages])('links of $path', (page) => {
  const relative = page.links.filter((link) => !/^[a-z]+:/.test(link));

  it('lead somewhere', () => {
    const dead = relative.filter((link) => {
      const [target, anchor] = link.split('#');
      const file = target === '' ? path.join(docs, page.path) : path.join(docs, path.dirname(page.path), target!);
      return !existsSync(file) || (anchor !== undefined && !anchorsIn(file).includes(anchor));
    });
    expect(dead).toEqual([]);
  });
});
