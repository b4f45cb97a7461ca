import { supabase } from '@/integrations/supabase/client';

export async function skipper(id: string): Promise<unknown> {
  const { data } = await supabase.from('skippers').select('*').eq('id', id).single();
  supabase.functions.invoke('enrich-skipper', { body: { id } }).catch((error) => console.error(error)); // flag: no-memory-timer
  return data;
}
