// A class of errors, but who has made too many is turned away by what it holds.
class ErrorRecorder {
  private byVisitor = new Map<string, { count: number; since: number }>(); // flag: no-memory-counter

  mayGoOn(visitorIp: string): boolean {
    const known = this.byVisitor.get(visitorIp);
    if (known && known.count > 20 && Date.now() - known.since < 60_000) return false;
    return true;
  }

  note(visitorIp: string): void {
    const known = this.byVisitor.get(visitorIp) ?? { count: 0, since: Date.now() };
    known.count += 1;
    this.byVisitor.set(visitorIp, known);
  }
}

export const errors = new ErrorRecorder();
