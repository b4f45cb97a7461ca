import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';

import { createProject, doubleCharge, runCommand } from '../cli/command-line.js';
import { shop } from './services.js';

const root = path.resolve(import.meta.dirname, '../..');
const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { uri: /^https?:\/\/\S+$/ } });
const validate = ajv.compile(JSON.parse(readFileSync(path.join(root, 'docs/design-review.schema.json'), 'utf8')));

function problemsOf(report: unknown): unknown {
  return validate(report) ? [] : validate.errors;
}

interface Report {
  summary: Record<string, number>;
  checklist: {
    concern: string;
    status: string;
    external: { store: string; shows: string; path: string; line: number }[];
    atRisk: string[];
    accepted: string[];
  }[];
  findings: {
    id: string;
    rule: string;
    path: string;
    handlers: string[];
    exports: string[];
    chain: string[];
    frames: { firstLine: number; marked: number[]; lines: string[] }[];
  }[];
  accepted: { id: string; rule: string; path: string; line: number; reason: string }[];
  handlers: { id: string; path: string; name: string; platform: string; findings: string[]; accepted: string[]; stores: string[] }[];
  stores: { id: string; name: string; kind: string; places: { path: string; line: number }[] }[];
  reuse: { path: string; name: string; role: string; store: string | null }[];
  unreadable: { path: string }[];
}

describe('--format json', () => {
  let report: Report;
  let code: number;

  beforeAll(async () => {
    const outcome = await runCommand(['review', '--format', 'json'], { cwd: createProject(shop) });
    report = JSON.parse(outcome.stdout) as Report;
    code = outcome.code;
  });

  it('is what its schema says', () => {
    expect(problemsOf(report)).toEqual([]);
  });

  it('is held to the schema by a check that can fail', () => {
    expect(problemsOf({ ...report, formatVersion: 2 })).not.toEqual([]);
    expect(problemsOf({ ...report, findings: [{ ...report.findings[0], message: undefined }] })).not.toEqual([]);
    expect(problemsOf({ ...report, findings: [{ ...report.findings[0], extra: 1 }] })).not.toEqual([]);
  });

  it('counts what it lists', () => {
    expect(report.summary).toEqual({
      files: 6,
      filesWithFindings: 2,
      handlers: 5,
      handlersAtRisk: 2,
      findings: 2,
      errors: 2,
      warnings: 0,
      accepted: 1,
      stores: 2,
      reuse: 2,
      unreadable: 0,
    });
    expect(report.findings).toHaveLength(report.summary['findings']!);
    expect(report.handlers).toHaveLength(report.summary['handlers']!);
    expect(code).toBe(1);
  });

  it('tells of a finding who comes to it, from another file too', () => {
    const [carts, seen] = report.findings;
    const nameOf = (id: string) =>
      report.handlers.filter((handler) => handler.id === id).map(({ path: file, name }) => `${file}: ${name}`)[0];
    expect(carts).toMatchObject({ id: 'F1', rule: 'stateless/no-memory-record', path: 'lib/carts.ts' });
    expect(carts!.handlers.map(nameOf)).toEqual(['app/api/cart/route.ts: POST']);
    expect(seen).toMatchObject({ id: 'F2', rule: 'stateless/no-memory-dedup', chain: ['handler'] });
    expect(seen!.frames[0]).toEqual({
      firstLine: 1,
      marked: [3, 8],
      lines: doubleCharge.split('\n').slice(0, 10),
    });
  });

  it('tells of a store its kind and its places, and which handlers come to it', () => {
    expect(report.stores.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(['Prisma: database', 'Redis: cache']);
    expect(report.stores[0]!.places.map((place) => `${place.path}:${place.line}`)).toEqual(['app/api/cart/route.ts:5', 'lib/db.ts:3']);
    expect(report.handlers.filter(({ stores }) => stores.includes('S1')).map(({ name }) => name)).toEqual(['GET']);
  });

  it('tells of what was turned off, with the reason, and never as a finding', () => {
    expect(report.accepted).toMatchObject([
      {
        id: 'A1',
        rule: 'stateless/no-memory-counter',
        path: 'src/visits.ts',
        line: 5,
        reason: 'an estimate for the dashboard, nobody decides by it',
      },
    ]);
  });

  it('answers for every concern, by the worst that it knows', () => {
    const statuses = Object.fromEntries(report.checklist.map(({ concern, status }) => [concern, status]));
    expect(statuses).toEqual({
      progress: 'no-evidence',
      dedup: 'at-risk',
      lock: 'no-evidence',
      record: 'at-risk',
      file: 'no-evidence',
      checkpoint: 'no-evidence',
      retry: 'no-evidence',
      counter: 'accepted',
      'hand-off': 'no-evidence',
      cache: 'no-evidence',
      request: 'no-evidence',
      switch: 'no-evidence',
    });
    const counter = report.checklist.find(({ concern }) => concern === 'counter')!;
    expect(counter.external).toMatchObject([{ store: 'S2', shows: 'an atomic increment', path: 'src/visits.ts', line: 9 }]);
  });

  it('names clients as reuse', () => {
    expect(report.reuse.map(({ name, role, store }) => `${name}: ${role}, ${store}`)).toEqual(['db: client, S1', 'redis: client, S2']);
  });

  it('is the same each time', async () => {
    const cwd = createProject(shop);
    const outputs = [await runCommand(['review', '--format', 'json'], { cwd }), await runCommand(['review', '--format', 'json'], { cwd })];
    expect(outputs[1]).toEqual(outputs[0]);
  });

  it('is what its schema says for a file that does not parse, and for one that no server runs', async () => {
    const cwd = createProject({
      'broken.ts': 'export const = 1;',
      'src/checkout.test.ts': `import { S3Client } from '@aws-sdk/client-s3'; const s3 = new S3Client({});`,
    });
    const { stdout, code: exit } = await runCommand(['review', '--format', 'json'], { cwd });
    const other = JSON.parse(stdout) as Report;
    expect(problemsOf(other)).toEqual([]);
    expect(other.unreadable).toMatchObject([{ path: 'broken.ts' }]);
    expect(other.stores).toEqual([]);
    expect(exit).toBe(2);
  });

  it('has the same facts with a config of the project', async () => {
    const config = `import stateless from '${path.join(root, 'dist/src/index.js')}';
import * as parser from '${path.join(root, 'node_modules/@typescript-eslint/parser/dist/index.js')}';
export default [{ ...stateless.configs.recommended, files: ['**/*.ts'], languageOptions: { parser } }];`;
    const cwd = createProject({ ...shop, 'eslint.config.mjs': config });
    const { stdout } = await runCommand(['review', '--config', 'eslint.config.mjs', '--format', 'json', 'app', 'lib', 'src'], { cwd });
    expect(JSON.parse(stdout)).toEqual(report);
  });
});
