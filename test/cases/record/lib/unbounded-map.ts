export class TideMarks<V> {
  private readonly marks = new Map<string, V>(); // flag: no-memory-record

  get(quay: string): V | undefined {
    return this.marks.get(quay);
  }

  set(quay: string, mark: V): void {
    this.marks.set(quay, mark);
  }
}

export const tideMarks = new TideMarks<number>();
