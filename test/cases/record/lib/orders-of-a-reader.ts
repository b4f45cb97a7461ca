// A number that moves is one field of a record among others.
interface Subscription {
  issues: number;
  address: string;
  paidAt: number;
}

const subscriptions = new Map<string, Subscription>(); // flag: no-memory-record

export function renew(reader: string, address: string): Subscription {
  const known = subscriptions.get(reader);
  let issues = 12;
  if (known) issues = known.issues + 12;
  const renewed = { issues, address, paidAt: Date.now() };
  subscriptions.set(reader, renewed);
  return renewed;
}

export function subscriptionOf(reader: string): Subscription | undefined {
  return subscriptions.get(reader);
}
