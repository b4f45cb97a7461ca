import { spawn } from 'node:child_process';

interface Waiting {
  resolve: (value: unknown) => void;
}

export class ToolProcess {
  private child = spawn('tool', ['--stdio']);
  private calls = 0; // flag: no-memory-counter
  private waiting = new Map<string, Waiting>();

  call(id: string, params: unknown): Promise<unknown> {
    if (this.calls >= 500) throw new Error('no calls left for this account');
    this.calls += 1;
    return new Promise((resolve) => {
      this.waiting.set(id, { resolve });
      this.child.stdin.write(`${JSON.stringify({ id, params })}\n`);
    });
  }
}

export const tools = new ToolProcess();
