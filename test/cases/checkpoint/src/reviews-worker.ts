interface Env {
  STATE: KVNamespace;
  REVIEWS_URL: string;
  DB: D1Database;
}

interface Page {
  reviews: { id: string; stars: number }[];
  next: string;
}

const CURSOR = 'reviews-cursor';

export default {
  async scheduled(_controller: ScheduledController, env: Env): Promise<void> {
    const lastCursor = (await env.STATE.get(CURSOR)) ?? '';
    const response = await fetch(`${env.REVIEWS_URL}?cursor=${lastCursor}`);
    const { reviews, next } = (await response.json()) as Page;
    if (reviews.length === 0) return;
    await env.DB.batch(
      reviews.map(({ id, stars }) =>
        env.DB.prepare('INSERT OR REPLACE INTO reviews (id, stars) VALUES (?, ?)').bind(id, stars),
      ),
    );
    await env.STATE.put(CURSOR, next);
  },
} satisfies ExportedHandler<Env>;
