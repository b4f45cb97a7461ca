interface Toll {
  shipId: string;
  euros: number;
}

const tolls = new Map<string, Toll>(); // flag: no-memory-record

export function chargeToll(toll: Toll): void {
  tolls.set(toll.shipId, toll);
}

export function tollOf(shipId: string): Toll | undefined {
  return tolls.get(shipId);
}
