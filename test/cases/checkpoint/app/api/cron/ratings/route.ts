import { sql } from '@vercel/postgres';
import { ratingsSince } from '@/lib/ratings';

export async function GET() {
  const { rows } = await sql`SELECT position FROM checkpoints WHERE name = 'ratings'`;
  let position: string = rows[0]?.position ?? '';
  for (;;) {
    const page = await ratingsSince(position);
    if (page.ratings.length === 0) break;
    for (const rating of page.ratings) {
      await sql`INSERT INTO ratings (id, stars) VALUES (${rating.id}, ${rating.stars}) ON CONFLICT DO NOTHING`;
    }
    position = page.next;
    await sql`UPDATE checkpoints SET position = ${position} WHERE name = 'ratings'`;
  }
  return Response.json({ position });
}
