import { supabase } from './supabase';

const spokenAt = new Map<string, number>();
const PAUSE_MS = 60_000;

function maySpeak(about: string): boolean {
  const now = Date.now();
  const last = spokenAt.get(about) || 0;
  if (now - last < PAUSE_MS) return false;
  spokenAt.set(about, now);
  return true;
}

export async function menuOf(quay: string): Promise<unknown> {
  const { data, error } = await supabase.from('menus').select('*').eq('quay', quay).maybeSingle();
  if (error) {
    if (maySpeak(`menu:${quay}`)) {
      console.warn('menu could not be read', quay, error.message);
    }
    return null;
  }
  return data;
}
