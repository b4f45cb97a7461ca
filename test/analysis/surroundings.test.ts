import { describe, expect, it } from 'vitest';

import { readFacts } from './read-facts.js';

function surroundingsOf(code: string, path?: string): string {
  return readFacts({ code, path }, ({ surroundings }) => surroundings);
}

const LIBRARY = `const carts = new Map(); export function remember(id, cart) { carts.set(id, cart); }`;
const HANDLER = `export const handler = async (event) => save(event);`;

describe('surroundings', () => {
  it.each<[name: string, expected: string, code: string, path?: string]>([
    ['a handler', 'server', HANDLER],
    ['a library file', 'server', LIBRARY],
    ['a test by its name', 'test', LIBRARY, 'src/carts.test.ts'],
    ['a test by its folder', 'test', LIBRARY, 'test/carts.ts'],
    ['a test by what it imports', 'test', `import { it } from 'vitest'; ${LIBRARY}`],
    ['a test by a folder of its kind', 'test', LIBRARY, 'packages/integration-tests/src/carts.ts'],
    ['a helper of tests by its name', 'test', LIBRARY, 'src/cart-test-utils.ts'],
    ['a trial shown to visitors', 'server', LIBRARY, 'src/ab-tests/carts.ts'],
    ['a mock', 'test', LIBRARY, 'src/__mocks__/carts.ts'],
    ['a build file', 'build', LIBRARY, 'vite.config.ts'],
    ['a declaration file', 'build', `export declare const carts: Map<string, string>;`, 'src/carts.d.ts'],
    ['a client component', 'browser', `'use client';\n${LIBRARY}`, 'components/cart.tsx'],
    ['a component with hooks', 'browser', `import { useState } from 'react'; export function Cart() { const [open] = useState(false); return <p>{open}</p>; }`, 'components/cart.tsx'],
    ['a script that a processor took out of a component', 'browser', LIBRARY, 'src/pages/cart.astro/1.ts'],
    ['a file named like a framework', 'server', LIBRARY, 'src/vue.ts'],
    ['a file of the page by its name', 'browser', LIBRARY, 'src/carts.client.ts'],
    ['a module of runes', 'browser', LIBRARY, 'src/lib/carts.svelte.ts'],
    ['a module of runes that only a server can load', 'server', `import { readFile } from 'node:fs/promises'; ${LIBRARY}`, 'src/lib/carts.svelte.ts'],
    ['a file that uses the page', 'browser', `export function remember(cart) { localStorage.setItem('cart', cart); }`],
    ['a file that only asks where it runs', 'server', `export const isServer = typeof window === 'undefined'; ${LIBRARY}`],
    ['a file that uses the page and has a handler', 'server', `${HANDLER} export const page = () => document.title;`],
    ['a script by its first line', 'script', `#!/usr/bin/env node\n${LIBRARY}`],
    ['a script by its folder', 'script', LIBRARY, 'scripts/import.ts'],
    ['a program on a terminal', 'script', `import { render } from 'ink'; ${LIBRARY}`, 'src/screen.ts'],
    ['a script by its library', 'script', `import { program } from 'commander'; ${LIBRARY}`],
    ['a program that calls its own main', 'script', `async function main() { await load(); } main();`],
    ['a program that calls its own main and exports something', 'server', `export async function main2() { await load(); } main2();`],
    ['a handler in a folder of scripts', 'server', HANDLER, 'scripts/resize.ts'],
    ['a service worker of a page', 'browser', `const seen = new Set(); self.addEventListener('install', () => skipWaiting()); self.addEventListener('fetch', (event) => { seen.add(event.request.url); });`, 'src/offline.js'],
    ['a Worker in the syntax of service workers', 'server', `const seen = new Set(); addEventListener('fetch', (event) => { seen.add(event.request.url); event.respondWith(respond()); });`],
    ['a service of Angular', 'browser', `import { Injectable } from '@angular/core'; @Injectable({ providedIn: 'root' }) export class Carts { carts = new Map(); add(cart) { this.carts.set(cart.id, cart); } }`],
    ['a page with a client component', 'browser', `'use client';\nimport { useState } from 'react'; export default function Page() { const [open] = useState(false); return <p>{open}</p>; }`, 'app/shop/page.tsx'],
    ['a page on the server', 'server', `import { Cart } from './cart'; const views = new Map(); export default async function Page({ params }) { views.set(params.id, 1); return <Cart />; }`, 'app/shop/page.tsx'],
    ['a library of pages and servers', 'server', `const rates = new Map(); export function convert(amount, code) { return amount * rates.get(code); }`, 'packages/shared/src/money.ts'],
    ['a long-running server', 'server', `import express from 'express'; const app = express(); app.get('/', (req, res) => res.json([])); app.listen(3000);`, 'src/index.ts'],
    ['a program that awaits at the top', 'script', `import { load } from './load.js'; const seen = new Set(); for (const row of await load()) seen.add(row.id); await report(seen);`, 'import-rows.mjs'],
    ['an extension of an editor', 'browser', `import * as vscode from 'vscode'; const open = new Map(); export function activate(context) { open.set(context.id, 1); }`, 'src/extension.ts'],
    ['a desktop application', 'browser', `import { app, ipcMain } from 'electron'; const windows = new Map(); ipcMain.handle('open', (event, id) => { windows.set(id, 1); });`, 'src/main.ts'],
    ['a workflow', 'workflow', `import { sleep } from '@temporalio/workflow'; export async function fulfil(order) { await sleep(1); }`],
    ['a workflow by its directive', 'workflow', `'use workflow';\nexport async function fulfil(order) { await charge(order); }`],
  ])('%s', (_name, expected, code, path) => {
    expect(surroundingsOf(code, path)).toBe(expected);
  });
});
