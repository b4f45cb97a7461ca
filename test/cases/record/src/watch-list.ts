export class WatchList {
  static shared: WatchList;
  private readonly keepers: string[] = []; // flag: no-memory-record

  static get() {
    return (this.shared ??= new this());
  }

  add(keeper: string) {
    this.keepers.push(keeper);
  }

  list() {
    return [...this.keepers];
  }
}
