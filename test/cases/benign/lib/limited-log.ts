class LimitedLog {
  private lines = 0;
  private since = 0;

  info(text: string): void {
    if (this.mayWrite()) console.info(text);
  }

  warn(text: string): void {
    if (this.mayWrite()) console.warn(text);
  }

  error(text: string): void {
    if (this.mayWrite()) console.error(text);
  }

  private mayWrite(): boolean {
    const now = Date.now();
    if (now - this.since > 1000) {
      this.since = now;
      this.lines = 1;
      return true;
    }
    if (this.lines >= 100) return false;
    this.lines++;
    return true;
  }
}

export const log = new LimitedLog();
