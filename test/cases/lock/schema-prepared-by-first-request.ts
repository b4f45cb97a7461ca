import { neon } from '@neondatabase/serverless';

const sql = neon(process.env.DATABASE_URL!);
let preparing: Promise<unknown> | undefined;

function prepared(): Promise<unknown> {
  if (!preparing) {
    preparing = sql`CREATE TABLE IF NOT EXISTS feedback (id uuid PRIMARY KEY, stars int, text text)`.catch((error) => {
      preparing = undefined;
      throw error;
    });
  }
  return preparing;
}

export default {
  async fetch(request: Request): Promise<Response> {
    await prepared();
    const { stars, text } = (await request.json()) as { stars: number; text: string };
    await sql`INSERT INTO feedback VALUES (gen_random_uuid(), ${stars}, ${text})`;
    return new Response(null, { status: 201 });
  },
};
