/**
 * Writes files as they stand in the repositories of services, in about their proportions: of 1,500 files of public services that were
 * looked at, six in seven change nothing that outlives an invocation, and one in a hundred keeps state that a rule reports.
 */
import { createRandom } from './random.mjs';

const NOUNS = [
  'order',
  'invoice',
  'shipment',
  'customer',
  'payment',
  'refund',
  'coupon',
  'parcel',
  'tenant',
  'booking',
  'ticket',
  'message',
  'upload',
  'report',
  'session',
  'webhook',
  'article',
  'member',
  'price',
  'stock',
];
const FIELDS = [
  'id',
  'status',
  'total',
  'currency',
  'email',
  'createdAt',
  'updatedAt',
  'quantity',
  'region',
  'notes',
  'reference',
  'dueDate',
  'owner',
  'address',
  'tags',
  'weight',
];
const VERBS = [
  'load',
  'format',
  'validate',
  'price',
  'merge',
  'convert',
  'describe',
  'collect',
  'match',
  'group',
  'sum',
  'filter',
  'rank',
  'parse',
  'build',
];

/** Weights of the kinds of files: a quarter of the files of such repositories have JSX in them. */
const KINDS = [
  [22, types],
  [27, calculations],
  [22, endpoint],
  [14, repository],
  [8, constants],
  [14, lazyClient],
  [25, component],
  [1.2, rememberedKeys],
  [0.8, countedRequests],
];

/** Lines of a file, as in 12,000 files of 80 public repositories: of a hundred, 43 have more than 100 and two more than 900. */
const SIZES = [
  [28, [10, 40]],
  [29, [40, 100]],
  [31, [100, 320]],
  [10, [320, 900]],
  [2, [900, 2200]],
];

export function generateServices({ seed, count }) {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = random.weigh(SIZES);
    return generateFile(random, random.weigh(KINDS), from + random.below(to - from), index);
  });
}

/** A long file is many short ones after each other, in the same proportions. */
export function generateLongFile(random, lines) {
  const writer = createWriter(random, 0);
  while (writer.length() < lines) random.weigh(KINDS)(writer, Math.min(lines, writer.length() + 90));
  return { name: `src/lib/long-${lines}.tsx`, text: writer.text() };
}

/** One file in which every kind of code stands, handlers and cells included: what is asked of it grows with its length. */
export function generateMixedFile(random, lines, index) {
  const writer = createWriter(random, index);
  const kinds = [calculations, endpoint, repository, constants, lazyClient, rememberedKeys, countedRequests];
  for (let section = 0; writer.length() < lines; section += 1) kinds[section % kinds.length](writer, Math.min(lines, writer.length() + 90));
  return { name: `src/api/mixed-${index}.ts`, text: writer.text() };
}

function generateFile(random, kind, lines, index) {
  const writer = createWriter(random, index);
  kind(writer, lines);
  const folder = kind === endpoint || kind === rememberedKeys || kind === countedRequests ? 'api' : 'lib';
  return { name: `src/${folder}/${random.pick(NOUNS)}-${index}.${kind === component ? 'tsx' : 'ts'}`, text: writer.text() };
}

function createWriter(random, index) {
  const lines = [];
  let names = 0;
  return {
    random,
    add: (...added) => lines.push(...added),
    length: () => lines.length,
    text: () => `${lines.join('\n')}\n`,
    /** A name that no other declaration of the file has. */
    name: (...words) =>
      `${words.map((word, at) => (at === 0 ? word : word[0].toUpperCase() + word.slice(1))).join('')}${index}x${(names += 1)}`,
  };
}

function types(writer, lines) {
  const { random } = writer;
  while (writer.length() < lines) {
    const name = writer.name(capital(random.pick(NOUNS)));
    writer.add(
      `export interface ${name} {`,
      ...sample(random, FIELDS, 6).map(
        (field) => `  readonly ${field}: ${random.pick(['string', 'number', 'Date | null', 'readonly string[]'])};`,
      ),
      '}',
      '',
    );
    writer.add(`export type ${name}Update = Partial<Omit<${name}, 'id'>> & { readonly reason?: string };`, '');
  }
}

function calculations(writer, lines) {
  const { random } = writer;
  while (writer.length() < lines) {
    const noun = random.pick(NOUNS);
    const [first, second] = sample(random, FIELDS, 2);
    const name = writer.name(random.pick(VERBS), noun);
    writer.add(
      `export function ${name}(${noun}s: ReadonlyArray<Record<string, string>>, limit = ${10 + random.below(90)}) {`,
      '  const result: Record<string, string>[] = [];',
      '  let total = 0;',
      `  for (const ${noun} of ${noun}s) {`,
      `    if (!${noun}.${first} || result.length >= limit) continue;`,
      `    const amount = Number(${noun}.${second} ?? '0') * ${1 + random.below(9)};`,
      '    total += amount;',
      `    result.push({ ...${noun}, ${second}: String(Math.round(amount * 100) / 100), label: \`\${${noun}.${first}}-\${total}\` });`,
      '  }',
      `  const sorted = result.filter((entry) => entry.${first} !== '').sort((a, b) => a.${first}.localeCompare(b.${first}));`,
      "  if (total > 1000) return { entries: sorted.slice(0, limit), total, level: 'high' as const };",
      "  return { entries: sorted, total, level: total > 100 ? ('middle' as const) : ('low' as const) };",
      '}',
      '',
    );
  }
}

function endpoint(writer, lines) {
  const { random } = writer;
  const client = writer.name('database');
  writer.add(
    "import { createPool } from '../storage.js';",
    "import { z } from 'zod';",
    '',
    `const ${client} = createPool({ region: 'eu-west-1', retries: 3 });`,
    '',
  );
  while (writer.length() < lines) {
    const noun = random.pick(NOUNS);
    const [first, second, third] = sample(random, FIELDS, 3);
    const schema = writer.name(noun, 'schema');
    writer.add(
      `const ${schema} = z.object({`,
      `  ${first}: z.string().min(1).max(200),`,
      `  ${second}: z.coerce.number().int().positive().optional(),`,
      `  ${third}: z.array(z.object({ sku: z.string(), quantity: z.number() })).default([]),`,
      '});',
      '',
      `export async function ${writer.name('post', noun)}(request: Request): Promise<Response> {`,
      `  const parsed = ${schema}.safeParse(await request.json());`,
      "  if (!parsed.success) return Response.json({ error: 'invalid', issues: parsed.error.issues }, { status: 400 });",
      `  const { ${first}, ${second} = 1, ${third} } = parsed.data;`,
      '  const headers = new Headers();',
      '  try {',
      `    const known = await ${client}.query('select * from ${noun}s where reference = $1', [${first}]);`,
      '    if (known.rows.length > 0) return Response.json(known.rows[0]);',
      `    const lines = ${third}.map((line) => ({ ...line, total: line.quantity * Number(${second}) }));`,
      `    const saved = await ${client}.query('insert into ${noun}s (reference, lines) values ($1, $2) returning *', [${first}, JSON.stringify(lines)]);`,
      "    headers.set('location', `/${saved.rows[0].id}`);",
      '    return Response.json(saved.rows[0], { status: 201, headers });',
      '  } catch (error) {',
      `    console.error('could not save ${noun}', error);`,
      "    return Response.json({ error: 'unavailable' }, { status: 503 });",
      '  }',
      '}',
      '',
    );
  }
}

function repository(writer, lines) {
  const { random } = writer;
  while (writer.length() < lines) {
    const noun = random.pick(NOUNS);
    const name = writer.name(capital(noun), 'repository');
    writer.add(
      `export class ${name} {`,
      '  private readonly table: string;',
      '  constructor(private readonly pool: { query(text: string, values?: unknown[]): Promise<{ rows: Array<Record<string, unknown>> }> }) {',
      `    this.table = '${noun}s';`,
      '  }',
      '',
    );
    for (const field of sample(random, FIELDS, 4)) {
      writer.add(
        `  async findBy${capital(field)}(value: string) {`,
        `    const { rows } = await this.pool.query(\`select * from \${this.table} where ${field} = $1\`, [value]);`,
        '    return rows.map((row) => ({ ...row, kind: this.table }));',
        '  }',
        '',
      );
    }
    writer.add('}', '');
  }
}

function constants(writer, lines) {
  const { random } = writer;
  while (writer.length() < lines) {
    const name = writer.name(random.pick(NOUNS), 'limits');
    writer.add(
      `export const ${name} = {`,
      ...sample(random, FIELDS, 5).map((field) => `  ${field}: ${random.below(5000)},`),
      '} as const;',
      '',
    );
    writer.add(`export const ${name}Names = ['${sample(random, NOUNS, 4).join("', '")}'];`, '');
  }
}

function component(writer, lines) {
  const { random } = writer;
  writer.add("import { useMemo, useState } from 'react';", "import { Button } from '../ui/button.js';", '');
  while (writer.length() < lines) {
    const noun = random.pick(NOUNS);
    const [first, second] = sample(random, FIELDS, 2);
    const name = capital(writer.name(noun, 'list'));
    writer.add(
      `export function ${name}({ ${noun}s, onSelect }: { ${noun}s: Array<Record<string, string>>; onSelect: (id: string) => void }) {`,
      "  const [query, setQuery] = useState('');",
      '  const [isOpen, setOpen] = useState(false);',
      `  const shown = useMemo(() => ${noun}s.filter((entry) => entry.${first}?.includes(query)).sort((a, b) => a.${second}!.localeCompare(b.${second}!)), [${noun}s, query]);`,
      '  return (',
      '    <section className="flex flex-col gap-4">',
      `      <input aria-label="${first}" value={query} onChange={(event) => setQuery(event.target.value)} />`,
      '      <Button onClick={() => setOpen(!isOpen)}>{isOpen ? "Less" : "More"}</Button>',
      '      {isOpen && (',
      '        <ul>',
      '          {shown.map((entry) => (',
      `            <li key={entry.id} onClick={() => onSelect(entry.id!)} className={entry.${first} ? "known" : "new"}>`,
      `              <span>{entry.${first}}</span> <em>{entry.${second}}</em>`,
      '            </li>',
      '          ))}',
      '        </ul>',
      '      )}',
      '    </section>',
      '  );',
      '}',
      '',
    );
  }
}

/** A client made on first use: changed by invocations, and nothing that a rule reports. */
function lazyClient(writer, lines) {
  const client = writer.name('client');
  writer.add(
    `let ${client}: { send(command: unknown): Promise<unknown> } | undefined;`,
    `export async function ${writer.name('send', 'command')}(command: unknown, connect: () => Promise<{ send(command: unknown): Promise<unknown> }>) {`,
    `  ${client} ??= await connect();`,
    `  return ${client}.send(command);`,
    '}',
    '',
  );
  calculations(writer, lines);
}

function rememberedKeys(writer, lines) {
  const seen = writer.name('seenEvents');
  writer.add(
    `const ${seen} = new Set<string>();`,
    `export async function ${writer.name('receive', 'event')}(request: Request): Promise<Response> {`,
    '  const event = await request.json();',
    `  if (${seen}.has(event.id)) return new Response('known');`,
    `  ${seen}.add(event.id);`,
    "  await fetch('https://ledger.example/entries', { method: 'POST', body: JSON.stringify(event) });",
    "  return new Response('done');",
    '}',
    '',
  );
  calculations(writer, lines);
}

function countedRequests(writer, lines) {
  const hits = writer.name('hitsByAddress');
  writer.add(
    `const ${hits} = new Map<string, number>();`,
    `export async function ${writer.name('limit', 'requests')}(request: Request): Promise<Response> {`,
    "  const address = request.headers.get('x-forwarded-for') ?? '';",
    `  const count = (${hits}.get(address) ?? 0) + 1;`,
    `  ${hits}.set(address, count);`,
    "  if (count > 100) return new Response('slow down', { status: 429 });",
    "  return new Response('ok');",
    '}',
    '',
  );
  calculations(writer, lines);
}

function sample(random, list, count) {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]);
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
