export interface HarbourListener {
  onArrival(ship: string): Promise<void>;
}

export class HarbourEvents {
  private static instance: HarbourEvents;
  private listeners: Map<string, HarbourListener[]> = new Map();

  static getInstance(): HarbourEvents {
    HarbourEvents.instance ??= new HarbourEvents();
    return HarbourEvents.instance;
  }

  subscribe(quay: string, listener: HarbourListener): void {
    if (!this.listeners.has(quay)) this.listeners.set(quay, []);
    this.listeners.get(quay)!.push(listener);
  }

  async arrive(quay: string, ship: string): Promise<void> {
    const interested = this.listeners.get(quay) || [];
    await Promise.all(interested.map((listener) => listener.onArrival(ship)));
  }
}
