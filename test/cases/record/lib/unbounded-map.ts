export class TideMarks<V> {
  private readonly marks = new Map<string, V>(); // flag: no-memory-record

  get(stationId: string): V | undefined {
    return this.marks.get(stationId);
  }

  set(stationId: string, mark: V): void {
    this.marks.set(stationId, mark);
  }
}

export const tideMarks = new TideMarks<number>();
