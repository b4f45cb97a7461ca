import { createClient, type SupabaseClient } from 'jsr:@supabase/supabase-js@2';

let supabase: SupabaseClient | null = null; // flag: no-request-leak

function clientFor(req: Request): SupabaseClient {
  if (!supabase) {
    supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!, {
      global: { headers: { Authorization: req.headers.get('Authorization')! } },
    });
  }
  return supabase;
}

Deno.serve(async (req) => {
  const { data, error } = await clientFor(req).from('notes').select('id, title');
  return error ? Response.json({ message: error.message }, { status: 500 }) : Response.json(data);
});
