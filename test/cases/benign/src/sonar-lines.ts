import { spawn } from 'node:child_process';

// What a process of this instance has written so far, until a line is whole.
class Sonar {
  private rest = '';

  start(onLine: (line: string) => void) {
    const child = spawn('sonar');
    child.stdout.on('data', (data: Buffer) => {
      this.rest += data.toString();
      for (let end = this.rest.indexOf('\n'); end >= 0; end = this.rest.indexOf('\n')) {
        onLine(this.rest.slice(0, end));
        this.rest = this.rest.slice(end + 1);
      }
    });
  }
}

export const sonar = new Sonar();
