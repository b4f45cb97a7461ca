import { createClient, type SupabaseClient } from 'jsr:@supabase/supabase-js@2';

const url = Deno.env.get('SUPABASE_URL')!;
const anonKey = Deno.env.get('SUPABASE_ANON_KEY')!;

function clientFor(req: Request): SupabaseClient {
  const headers = { Authorization: req.headers.get('Authorization')! };
  return createClient(url, anonKey, { global: { headers } });
}

Deno.serve(async (req) => {
  let supabase: SupabaseClient | null = null;
  supabase ??= clientFor(req);
  const { data, error } = await supabase.from('tasks').select('id, title');
  return error ? Response.json({ message: error.message }, { status: 500 }) : Response.json(data);
});
