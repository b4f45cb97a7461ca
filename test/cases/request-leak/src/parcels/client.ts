import { createClient } from '@supabase/supabase-js';

const db = createClient(process.env.DB_URL!, process.env.DB_KEY!); // flag: no-request-leak

export const handler = async (event: { headers: Record<string, string>; refresh?: string }) => {
  if (event.headers['x-session']) {
    await db.auth.setSession({ access_token: event.headers['x-session'], refresh_token: event.refresh ?? '' });
  }
  const { data } = await db.from('parcels').select('id, weight');
  return { statusCode: 200, body: JSON.stringify(data) };
};
