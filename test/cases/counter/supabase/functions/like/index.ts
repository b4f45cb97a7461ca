import { createClient } from 'jsr:@supabase/supabase-js@2';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_ANON_KEY')!);

Deno.serve(async (req) => {
  const { post } = await req.json();
  let likes = 0;
  const { data, error } = await supabase.rpc('increment_likes', { post_id: post, by: 1 });
  if (error) {
    return Response.json({ message: error.message }, { status: 500 });
  }
  likes += data;
  return Response.json({ post, likes });
});
