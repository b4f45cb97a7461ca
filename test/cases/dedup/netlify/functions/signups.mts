import { db } from '../../src/db.js';
import { welcome } from '../../src/mail.js';

async function* distinct(rows: AsyncIterable<{ email: string; name: string }>) {
  const emitted = new Set<string>();
  for await (const row of rows) {
    const email = row.email.toLowerCase();
    if (emitted.has(email)) continue;
    emitted.add(email);
    yield { ...row, email };
  }
}

export default async (req: Request): Promise<Response> => {
  const { campaign } = await req.json();
  let sent = 0;
  for await (const row of distinct(db.signups(campaign))) {
    const inserted = await db.insertIfAbsent('welcomed', { campaign, email: row.email });
    if (!inserted) continue;
    await welcome(row);
    sent += 1;
  }
  return Response.json({ sent });
};
