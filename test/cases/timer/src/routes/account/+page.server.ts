import { error } from '@sveltejs/kit';
import { loadInvoices, loadOrders, loadProfile } from '$lib/server/account';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.user) {
    error(401, 'sign in first');
  }
  const profile = loadProfile(locals.user.id);
  const invoices = loadInvoices(locals.user.id).catch(() => []);
  const orders = await loadOrders(locals.user.id);
  return { orders, profile: await profile, invoices: await invoices };
};
