// A platform for functions, in small: every instance is a process of its own, frozen between invocations, ended without a warning.

import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const RUNNER = fileURLToPath(new URL('instance.mjs', import.meta.url));

interface Invocation {
  resolve(result: unknown): void;
  reject(error: Error): void;
  /** Wakes the process up until it has begun: it may be about to freeze when it is called. */
  waking: NodeJS.Timeout | undefined;
}

type Answer = { ready: true; handlers: readonly string[] } | { begun: number } | { invocation: number; result?: unknown; error?: string };

/** The handler threw: its sender sees a failure, and will come again. */
export class HandlerFailed extends Error {}

/** The process ended before it answered. */
export class InstanceEnded extends Error {}

/** Starts an instance with this code. `environment` is all that it knows of the world. */
export async function startInstance(name: string, code: string, environment: Readonly<Record<string, string>>): Promise<Instance> {
  const disk = await mkdtemp(path.join(tmpdir(), `${name}-`));
  const child = fork(RUNNER, [pathToFileURL(code).href], {
    env: { PATH: process.env['PATH'], TMPDIR: disk, ...environment },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const instance = new Instance(name, child, disk);
  await instance.loaded;
  return instance;
}

export class Instance {
  readonly loaded: Promise<void>;
  /** The names of what its code exports. */
  handlers: readonly string[] = [];
  /** What it printed. */
  log = '';
  readonly #ended: Promise<void>;
  readonly #invocations = new Map<number, Invocation>();
  #count = 0;

  constructor(
    readonly name: string,
    readonly child: ChildProcess,
    readonly disk: string,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => (this.log += text.toString()));
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()));
    this.loaded = new Promise((resolve, reject) => {
      child.on('message', (answer: Answer) => {
        if ('ready' in answer) {
          this.handlers = answer.handlers;
          resolve();
        } else if ('begun' in answer) {
          const invocation = this.#invocations.get(answer.begun)!;
          clearInterval(invocation.waking);
          invocation.waking = undefined;
        } else this.#settle(answer);
      });
      child.once('exit', () => {
        const error = new InstanceEnded(`${name} has ended\n${this.log}`);
        reject(error);
        for (const { waking, reject: rejectInvocation } of this.#invocations.values()) {
          clearInterval(waking);
          rejectInvocation(error);
        }
        this.#invocations.clear();
      });
    });
  }

  /** Runs a handler. Between invocations the process is frozen, timers and all. */
  invoke(name: string, event: unknown): Promise<unknown> {
    if (!this.child.connected) return Promise.reject(new InstanceEnded(`${this.name} has ended\n${this.log}`));
    this.#count += 1;
    const invocation = this.#count;
    return new Promise((resolve, reject) => {
      const waking = setInterval(() => {
        // Once what has arrived is read: a process that has begun, and is frozen again, is not to be woken up.
        setImmediate(() => {
          if (this.#invocations.get(invocation)?.waking) this.child.kill('SIGCONT');
        });
      }, 20);
      this.#invocations.set(invocation, { resolve, reject, waking });
      this.child.kill('SIGCONT');
      this.child.send({ invocation, name, event }, (error) => {
        if (error) reject(new InstanceEnded(error.message));
      });
    });
  }

  /** Stops the process where it is, also in the middle of an invocation. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** Ends the process, and its disk, without a warning. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
    await rm(this.disk, { recursive: true, force: true });
  }

  #settle(answer: { invocation: number; result?: unknown; error?: string }): void {
    const invocation = this.#invocations.get(answer.invocation);
    this.#invocations.delete(answer.invocation);
    if (answer.error === undefined) invocation?.resolve(answer.result);
    else invocation?.reject(new HandlerFailed(answer.error));
  }
}
