import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';

interface Rules {
  open: { name: string }[];
  shut: (string | { name: string })[];
}

interface Answers {
  get(key: string): Promise<{ depth: number } | null>;
  set(key: string, value: { depth: number }): Promise<void>;
}

@Injectable()
export class TideGateService {
  private readonly open = new Set<string>();
  private readonly shut = new Set<string>();
  private answers: Answers | null = null;
  private clock: () => number = Date.now;

  reload(): void {
    const rules: Rules = JSON.parse(readFileSync(join(process.cwd(), 'rules', 'gates.json'), 'utf8'));
    rules.open.forEach((rule) => this.open.add(rule.name));
    this.addAll(rules.shut, this.shut);
  }

  setAnswers(answers: Answers): void {
    this.answers = answers;
  }

  setClockForTesting(clock: () => number): void {
    this.clock = clock;
  }

  async mayPass(ship: string): Promise<boolean> {
    if (this.shut.has(ship)) return false;
    const known = await this.answers?.get(`${ship}:${Math.floor(this.clock() / 1000)}`);
    if (known && known.depth > 3) await this.answers?.set(ship, { depth: known.depth });
    return this.open.has(ship);
  }

  private addAll(rules: (string | { name: string })[], to: Set<string>): void {
    rules.forEach((rule) => to.add(typeof rule === 'string' ? rule : rule.name));
  }
}
