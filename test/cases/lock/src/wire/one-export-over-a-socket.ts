import { WebSocket } from 'ws';

export class ExportLine {
  private socket: WebSocket | null = null;
  private exporting = false; // flag: no-memory-lock

  open(url: string): void {
    this.socket = new WebSocket(url);
    this.socket.on('close', () => {
      this.socket = null;
    });
  }

  async exportAll(rows: AsyncIterable<string>): Promise<void> {
    if (this.exporting) throw new Error('an export is running');
    this.exporting = true;
    try {
      for await (const row of rows) this.socket?.send(row);
    } finally {
      this.exporting = false;
    }
  }
}

export const exportLine = new ExportLine();
