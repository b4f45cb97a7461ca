import { show } from './toast-view';

const shown = new Set<string>();

export async function showOnce(id: string, text: string) {
  if (shown.has(id)) return;
  await show(text);
  shown.add(id);
}
