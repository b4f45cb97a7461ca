import { spawn, type ChildProcess } from 'node:child_process';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

export class ToolProcess {
  private child: ChildProcess | null = null;
  private isConnected = false;
  private lastId = 0;
  private waiting = new Map<number, Waiting>();

  async connect(): Promise<void> {
    if (this.isConnected && this.child) return;
    this.child = spawn('tool', ['--stdio']);
    this.child.on('exit', () => {
      this.child = null;
      this.isConnected = false;
    });
    await this.call('hello', {});
    this.isConnected = true;
  }

  call(method: string, params: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.nextId();
      this.waiting.set(id, { resolve, reject });
      this.child?.stdin?.write(`${JSON.stringify({ id, method, params })}\n`);
    });
  }

  private nextId(): number {
    return ++this.lastId;
  }
}

export const tools = new ToolProcess();
