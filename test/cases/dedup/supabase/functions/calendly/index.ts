import { createClient } from 'npm:@supabase/supabase-js@2';
import { sendCalendarInvite } from '../_shared/mail.ts';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

Deno.serve(async (req) => {
  const { event, payload } = await req.json();
  const processed = supabase.from('processed_hooks');
  const { error } = await processed.insert({ id: payload.uri, event });
  if (error?.code === '23505') {
    return Response.json({ skipped: true });
  }
  if (error) {
    return Response.json({ message: error.message }, { status: 500 });
  }
  await sendCalendarInvite(payload.email, payload.scheduled_event.start_time);
  return Response.json({ skipped: false });
});
