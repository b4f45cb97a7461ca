import { AutoRouter, error, type IRequest } from 'itty-router';

interface Env {
  ERP: Fetcher;
}

const counting = new Map<string, boolean>(); // flag: no-memory-lock
const router = AutoRouter();

router.post('/warehouses/:id/stocktaking', async ({ params }: IRequest, env: Env) => {
  if (counting.get(params.id)) {
    return error(409, 'stocktaking is in progress');
  }
  counting.set(params.id, true);
  try {
    const response = await env.ERP.fetch(`https://erp/warehouses/${params.id}/count`, { method: 'POST' });
    return await response.json();
  } finally {
    counting.set(params.id, false);
  }
});

export default router;
