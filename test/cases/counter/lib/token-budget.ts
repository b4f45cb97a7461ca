import { redis } from './redis';

const DAY_SECONDS = 86_400;
const budgets: Record<string, number> = { free: 20_000, pro: 500_000 };

export async function spendTokens(user: { id: string; plan: string }, tokens: number): Promise<number> {
  const counter = `tokens:${user.id}:${new Date().toISOString().slice(0, 10)}`;
  const spent = await redis.incrby(counter, tokens);
  if (spent === tokens) {
    await redis.expire(counter, DAY_SECONDS);
  }
  const left = (budgets[user.plan] ?? 0) - spent;
  if (left < 0) throw new Error('the token budget of today is used up');
  return left;
}
