import { createClient } from 'jsr:@supabase/supabase-js@2';
import { embedNote } from '../_shared/embeddings.ts';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (request) => {
  const { title, text } = await request.json();
  const { data: note, error } = await supabase.from('notes').insert({ title, text }).select().single();
  if (error) {
    return Response.json({ error: error.message }, { status: 500 });
  }
  void embedNote(note.id, text); // flag: no-memory-timer
  return Response.json(note, { status: 201 });
});
