export const BERTH_DEFAULTS: Record<string, unknown> = { length: 12, power: { volts: 230, amps: 16 } };

function copyOf(value: any): any {
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = copyOf(value[key]);
  return copy;
}

export function withDefaults(given: Record<string, unknown>, defaults: Record<string, unknown>): Record<string, unknown> {
  const result = copyOf(defaults);
  for (const key in given) if (given[key] !== undefined) result[key] = given[key];
  return result;
}

export const berthOf = (given: Record<string, unknown>) => withDefaults(given, BERTH_DEFAULTS);
