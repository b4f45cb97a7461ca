/** Files that nobody writes, to find what does not grow with the size of a file alone. */

/** Thousands of cells, thousands of functions that call each other in cycles, and deep nesting. */
export function generateAdversarialFile({ cells = 2_000, functions = 3_000, depth = 60 } = {}) {
  const lines = [];
  for (let at = 0; at < cells; at += 1) {
    if (at % 4 === 0) lines.push(`const seen${at} = new Set<string>();`);
    else if (at % 4 === 1) lines.push(`const jobs${at} = new Map<string, { state: string; tries: number }>();`);
    else if (at % 4 === 2) lines.push(`let last${at} = '';`);
    else lines.push(`const queue${at}: string[] = [];`);
  }
  lines.push(
    'async function remember(store: Set<string>, key: string, left: number): Promise<void> {',
    '  if (left > 0) return forward(store, key, left - 1);',
    '  store.add(key);',
    '}',
  );
  lines.push(
    'async function forward(store: Set<string>, key: string, left: number): Promise<void> {',
    '  if (store.has(key)) return;',
    '  await remember(store, key, left);',
    '}',
  );
  for (let at = 0; at < functions; at += 1) {
    const cell = at % cells;
    const next = [(at + 1) % functions, (at * 7 + 3) % functions, (at * 131 + 17) % functions];
    lines.push(`async function step${at}(id: string, left: number): Promise<string> {`, '  if (left === 0) return id;');
    if (cell % 4 === 0)
      lines.push(`  if (seen${cell}.has(id)) return id;`, `  await remember(seen${cell}, id, left);`, `  seen${cell}.add(id);`);
    else if (cell % 4 === 1)
      lines.push(`  const job = jobs${cell}.get(id) ?? { state: 'new', tries: 0 };`, '  job.tries += 1;', `  jobs${cell}.set(id, job);`);
    else if (cell % 4 === 2) lines.push(`  if (last${cell} === id) return id;`, `  last${cell} = id;`);
    else
      lines.push(
        `  queue${cell}.push(id);`,
        `  if (queue${cell}.length > 10) await fetch('https://sink.example', { method: 'POST', body: queue${cell}.splice(0, 10).join() });`,
      );
    lines.push(
      `  const first = await step${next[0]}(id + '${at}', left - 1);`,
      `  return (await step${next[1]}(first, left - 1)) + (await step${next[2]}(id, left - 1));`,
      '}',
    );
  }
  lines.push('export async function handler(event: { id: string; parts: string[] }) {', '  let found = await step0(event.id, 3);');
  for (let level = 0; level < depth; level += 1)
    lines.push(
      `${'  '.repeat(level + 1)}for (const part${level} of event.parts) { if (part${level} !== found) { await Promise.all(event.parts.map(async (inner${level}) => {`,
    );
  lines.push('found += await step1(found, 2);');
  for (let level = 0; level < depth; level += 1) lines.push('})); } }');
  lines.push('  return found;', '}');
  return { name: 'src/api/adversarial.ts', text: `${lines.join('\n')}\n` };
}

/** A long file whose module bindings are many: each is read and written by a handler of its own. */
export function generateManyBindings({ lines: wanted = 20_000, bindings = 2_000 } = {}) {
  const lines = [];
  const length = Math.floor(wanted / bindings);
  for (let at = 0; at < bindings; at += 1) {
    const start = lines.length;
    lines.push(
      `let total${at} = 0;`,
      `export function add${at}(request: { amount: number; note?: string }) {`,
      `  total${at} += request.amount;`,
    );
    for (let line = 0; lines.length - start < length - 2; line += 1)
      lines.push(`  const part${line} = request.amount * ${at + 1} + ${line};`);
    lines.push(`  return { total: total${at}, note: request.note };`, '}');
  }
  return { name: 'src/api/many-bindings.ts', text: `${lines.join('\n')}\n` };
}
