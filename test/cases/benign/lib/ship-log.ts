interface Line {
  level: string;
  text: string;
  at: number;
}

class ShipLog {
  private lines: Line[] = [];
  private readonly most = 500;

  debug(text: string): void {
    this.write('debug', text);
  }

  info(text: string): void {
    this.write('info', text);
  }

  warn(text: string): void {
    this.write('warn', text);
  }

  error(text: string): void {
    this.write('error', text);
  }

  recent(count = 50): Line[] {
    return this.lines.slice(-count);
  }

  private write(level: string, text: string): void {
    console.log(level, text);
    this.lines.push({ level, text, at: Date.now() });
    if (this.lines.length > this.most) this.lines = this.lines.slice(-this.most);
  }
}

export const shipLog = new ShipLog();
