import { ref } from 'vue';
import { tenantByHost } from '../utils/tenants';

export const tenant = ref<{ id: string; theme: string } | null>(null); // flag: no-request-leak

export default defineEventHandler(async (event) => {
  const host = getRequestHeader(event, 'x-forwarded-host');
  if (host) {
    tenant.value = await tenantByHost(host);
  }
  if (!tenant.value) {
    throw createError({ statusCode: 404, statusMessage: 'no such shop' });
  }
  setResponseHeader(event, 'x-theme', tenant.value.theme);
});
