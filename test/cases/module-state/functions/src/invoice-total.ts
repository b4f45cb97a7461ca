import { onCall } from 'firebase-functions/v2/https';

class Money {
  static rounding: 'nearest' | 'down' = 'nearest'; // flag: no-module-state

  constructor(readonly amount: number) {}

  get cents(): number {
    return Money.rounding === 'down' ? Math.floor(this.amount * 100) : Math.round(this.amount * 100);
  }
}

export const invoiceTotal = onCall((request) => {
  const { lines, customer } = request.data as { lines: number[]; customer: { wholesale: boolean } };
  if (customer.wholesale) {
    Money.rounding = 'down';
  }
  return { cents: lines.reduce((sum, amount) => sum + new Money(amount).cents, 0) };
});
