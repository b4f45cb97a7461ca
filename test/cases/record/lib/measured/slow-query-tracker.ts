// What the class measures is told to people; nobody is turned away by it.
interface Slow {
  statement: string;
  milliseconds: number;
  at: number;
}

class SlowQueryTracker {
  private recent: Slow[] = [];
  private byTable = new Map<string, { count: number; worst: number; statements: string[] }>();

  note(table: string, statement: string, milliseconds: number): void {
    this.recent.push({ statement, milliseconds, at: Date.now() });
    if (this.recent.length > 200) this.recent.shift();
    const known = this.byTable.get(table) ?? { count: 0, worst: 0, statements: [] };
    known.count += 1;
    known.worst = Math.max(known.worst, milliseconds);
    known.statements.push(statement);
    this.byTable.set(table, known);
  }

  slowest(table: string): string[] {
    return this.byTable.get(table)?.statements ?? [];
  }

  latest(): Slow[] {
    return [...this.recent];
  }
}

export const slowQueries = new SlowQueryTracker();
