import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { HandlerFailed, InstanceEnded, startInstance, type Instance } from './platform.js';

const PATIENCE_MS = 60_000;
const CODE = `
import { writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

let calls = 0;

export const count = async () => (calls += 1);
export const schedule = async (file) => void setTimeout(() => writeFile(file, 'fired'), 100);
export const fail = async () => { throw new Error('out of stock'); };
export const wait = async (ms) => new Promise((resolve) => setTimeout(() => resolve('waited'), ms));
export const keep = async (text) => writeFile(tmpdir() + '/note', text);
export const kept = async () => readFile(tmpdir() + '/note', 'utf8').catch(() => 'nothing');
`;

let directory: string;
let code: string;
const started: Instance[] = [];

async function start(): Promise<Instance> {
  const instance = await startInstance('platform', code, {});
  started.push(instance);
  return instance;
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'platform-'));
  code = path.join(directory, 'code.mjs');
  await writeFile(code, CODE);
});
afterAll(async () => {
  await Promise.all(started.map((instance) => instance.kill()));
  await rm(directory, { recursive: true, force: true });
});

it('keeps the memory and the disk of an instance, and gives neither to another', { timeout: PATIENCE_MS }, async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect([await first.invoke('count', {}), await first.invoke('count', {}), await second.invoke('count', {})]).toEqual([1, 2, 1]);
  await first.invoke('keep', 'a note');
  expect([await first.invoke('kept', {}), await second.invoke('kept', {})]).toEqual(['a note', 'nothing']);
});

it('freezes an instance between invocations, so that its timers fire in a later one or never', { timeout: PATIENCE_MS }, async () => {
  const instance = await start();
  const file = path.join(directory, 'fired');
  await instance.invoke('schedule', file);
  await pause(400);
  expect(existsSync(file)).toBe(false);
  await instance.invoke('wait', 200);
  expect(existsSync(file)).toBe(true);
});

it('runs several invocations of an instance at the same time, and freezes it after the last', { timeout: PATIENCE_MS }, async () => {
  const instance = await start();
  const long = instance.invoke('wait', 300);
  expect(await instance.invoke('count', {})).toBe(1);
  expect(await long).toBe('waited');
});

it('tells a failed handler from an ended process', { timeout: PATIENCE_MS }, async () => {
  const instance = await start();
  await expect(instance.invoke('fail', {})).rejects.toThrow(HandlerFailed);
  const waiting = instance.invoke('wait', 60_000);
  await Promise.all([expect(waiting).rejects.toThrow(InstanceEnded), instance.kill()]);
  await expect(instance.invoke('count', {})).rejects.toThrow(InstanceEnded);
});
