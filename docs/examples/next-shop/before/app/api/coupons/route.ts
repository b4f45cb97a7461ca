import { findCoupon } from '../../../lib/coupons';

const MAX_ATTEMPTS = 5;
const WINDOW_MS = 15 * 60 * 1000;
const attempts = new Map<string, { count: number; resetAt: number }>();

export async function POST(request: Request) {
  const ip = request.headers.get('x-forwarded-for') ?? 'unknown';
  const now = Date.now();
  const entry = attempts.get(ip);
  if (!entry || entry.resetAt < now) {
    attempts.set(ip, { count: 1, resetAt: now + WINDOW_MS });
  } else {
    entry.count += 1;
    if (entry.count > MAX_ATTEMPTS) return new Response('too many attempts', { status: 429 });
  }
  const { code } = (await request.json()) as { code: string };
  const coupon = await findCoupon(code);
  return coupon ? Response.json(coupon) : new Response('unknown coupon', { status: 404 });
}
