import { app, type HttpRequest, type HttpResponseInit, type InvocationContext, type Timer } from '@azure/functions';
import { addToStock, fetchMovements } from '../warehouse';

let running = false;
let lastMovement = 0;
let paused = false;

async function syncStock(_timer: Timer, context: InvocationContext): Promise<void> {
  if (paused) return;
  if (running) {
    context.warn('the previous run has not ended');
    return;
  }
  running = true;
  try {
    const movements = await fetchMovements(lastMovement);
    for (const movement of movements) {
      await addToStock(movement.sku, movement.units);
      lastMovement = movement.id;
    }
  } finally {
    running = false;
  }
}

async function pause(_request: HttpRequest): Promise<HttpResponseInit> {
  paused = true;
  return { status: 204 };
}

async function resume(_request: HttpRequest): Promise<HttpResponseInit> {
  paused = false;
  return { status: 204 };
}

app.timer('syncStock', { schedule: '0 */5 * * * *', handler: syncStock });
app.http('pause', { methods: ['POST'], authLevel: 'admin', handler: pause });
app.http('resume', { methods: ['POST'], authLevel: 'admin', handler: resume });
