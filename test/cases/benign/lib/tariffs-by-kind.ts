// Kept by what kind of thing it is for, not for anybody: a table that other parts of the program fill.
interface Tariff {
  kind: string;
  euros: number;
}

const tariffs = new Map<string, Tariff>();

export function addTariff(tariff: Tariff): void {
  tariffs.set(tariff.kind, tariff);
}

export function tariffFor(kind: string): Tariff | undefined {
  return tariffs.get(kind);
}
