import { openGate } from './gate';

const admissions = new Map<string, { gate: string; at: number }>(); // flag: no-memory-dedup

export async function POST(request: Request) {
  const { code, gate } = await request.json();
  const earlier = admissions.get(code);
  if (earlier) return Response.json({ error: 'used', ...earlier }, { status: 409 });
  admissions.set(code, { gate, at: Date.now() });
  await openGate(gate);
  return Response.json({ ok: true });
}
