let press: string | null = null; // flag: no-memory-lock

export function take(order: string): void {
  if (press !== null) throw new Error(`the press is at order ${press}`);
  press = order;
}

export function giveBack(): void {
  press = null;
}
