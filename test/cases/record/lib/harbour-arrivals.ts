interface Arrival {
  ship: string;
  at: string;
}

export class HarbourBook {
  private static instance: HarbourBook;
  private arrivals: Map<string, Arrival[]> = new Map(); // flag: no-memory-record

  static getInstance(): HarbourBook {
    HarbourBook.instance ??= new HarbourBook();
    return HarbourBook.instance;
  }

  arrive(quay: string, arrival: Arrival): void {
    if (!this.arrivals.has(quay)) this.arrivals.set(quay, []);
    this.arrivals.get(quay)!.push(arrival);
  }

  shipsAt(quay: string): string[] {
    return (this.arrivals.get(quay) || []).map((arrival) => arrival.ship);
  }
}
