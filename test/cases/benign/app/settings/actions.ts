'use server';

import { SyncSettings } from '@/lib/sync-settings';

const syncSettings = new SyncSettings();

export async function changeSync(form: FormData): Promise<void> {
  await syncSettings.setAutoSync(form.get('autoSync') === 'on');
  await syncSettings.setAggressiveness(String(form.get('aggressiveness')));
}
