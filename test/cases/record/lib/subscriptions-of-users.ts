// A number that moves is one field of a record among others.
interface Subscription {
  issues: number;
  address: string;
  paidAt: number;
}

const subscriptions = new Map<string, Subscription>(); // flag: no-memory-record

export function renew(user: string, address: string): Subscription {
  const known = subscriptions.get(user);
  let issues = 12;
  if (known) issues = known.issues + 12;
  const renewed = { issues, address, paidAt: Date.now() };
  subscriptions.set(user, renewed);
  return renewed;
}

export function subscriptionOf(user: string): Subscription | undefined {
  return subscriptions.get(user);
}
