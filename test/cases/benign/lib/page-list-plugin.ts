import { writeFileSync } from 'node:fs';

import type { Plugin } from 'vite';

import { pagesBelow } from './pages';

export function pageList(): Plugin {
  return {
    name: 'page-list',
    configResolved() {
      writeFileSync('./app/pages.gen.ts', `export const pages = ${JSON.stringify(pagesBelow('./app'))};`);
    },
  };
}
