import { createClient, type SupabaseClient } from 'jsr:@supabase/supabase-js@2';

const clients: { admin?: SupabaseClient } = {};

const admin = () =>
  (clients.admin ||= createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!));

Deno.serve(async (req) => {
  const user = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!, {
    global: { headers: { authorization: req.headers.get('authorization') ?? '' } },
  });
  const { data } = await user.auth.getUser();
  if (!data.user) return new Response(null, { status: 401 });
  const { data: stations } = await admin().from('stations').select('*').eq('owner', data.user.id);
  return Response.json(stations);
});
