// The timer is the limit of a wait: the caller waits for the promise, and the timer is kept beside what ends it.
import { Worker } from 'node:worker_threads';
import { storeLateTask } from './late-tasks';

interface Task { text: string; resolve: (value: string) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

class Pool {
  #next = 0;
  #tasks = new Map<number, Task>();
  #worker = new Worker('./fold.js');

  run(text: string): Promise<string> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(id), 5000);
      this.#tasks.set(id, { text, resolve, reject, timer });
      this.#worker.postMessage({ id, text });
    });
  }

  async #giveUp(id: number): Promise<void> {
    await storeLateTask(id);
    const task = this.#tasks.get(id);
    this.#tasks.delete(id);
    void this.#worker.terminate().catch(() => {});
    task?.reject(new Error('too late'));
  }
}

export const pool = new Pool();
