import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handler } from './csv-export';

const folder = join(tmpdir(), 'csv-export-spec');
const source = join(folder, 'orders.json');

beforeAll(() => {
  if (!existsSync(folder)) mkdirSync(folder);
  writeFileSync(source, JSON.stringify([{ id: 'o-1', total: 12 }]));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('csv export', () => {
  it('writes one line an order', async () => {
    const { target } = await handler({ source, target: join(folder, 'orders.csv') });
    expect(readFileSync(target, 'utf8')).toBe('o-1;12\n');
  });
});
