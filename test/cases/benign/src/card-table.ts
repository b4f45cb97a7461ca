interface Seat { id: string; chips: number; status: string }

export class CardTable {
  private seats: Map<string, Seat> = new Map();
  private bets: Map<string, number> = new Map();
  private startedAt = Date.now();

  constructor(seats: Seat[]) {
    for (const seat of seats) this.seats.set(seat.id, seat);
  }

  bet(id: string, amount: number): void {
    const seat = this.seats.get(id);
    if (!seat || seat.chips < amount) throw new Error('not enough chips');
    seat.chips -= amount;
    this.bets.set(id, (this.bets.get(id) ?? 0) + amount);
  }

  get isStale(): boolean {
    return Date.now() - this.startedAt > 3_600_000;
  }

  get isOver(): boolean {
    return [...this.seats.values()].filter((seat) => seat.chips > 0).length < 2;
  }
}
