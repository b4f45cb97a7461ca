import { countUnread } from './mails';

const unread = new Map<string, { count: number; readAt: number }>();
let generation = 0;

export async function unreadOf(user: string): Promise<number> {
  const known = unread.get(user);
  if (known && Date.now() - known.readAt < 60_000) return known.count;
  const begun = generation;
  const count = await countUnread(user);
  // What was asked for before the last change is not kept.
  if (begun === generation) unread.set(user, { count, readAt: Date.now() });
  return count;
}

export function mailCame(): void {
  unread.clear();
  generation += 1;
}
