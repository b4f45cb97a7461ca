export class RoomLimit {
  private seen: Map<string, { count: number; until: number }> = new Map(); // flag: no-memory-counter

  allows(player: string): boolean {
    const now = Date.now();
    const entry = this.seen.get(player);
    if (!entry || entry.until < now) {
      this.seen.set(player, { count: 1, until: now + 60_000 });
      return true;
    }
    entry.count += 1;
    return entry.count <= 20;
  }
}
