export class WatchList {
  private readonly keepers: string[] = [];

  static make() {
    return new this();
  }

  add(keeper: string) {
    this.keepers.push(keeper);
  }

  list() {
    return [...this.keepers];
  }
}

export const handler = async (event: { keepers: string[] }) => {
  const watch = WatchList.make();
  for (const keeper of event.keepers) watch.add(keeper);
  return watch.list();
};
