import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import pino from 'pino';
import { openGate } from '../gates';

const logger = pino({ base: { service: 'gates' } });

export async function gate(request: HttpRequest): Promise<HttpResponseInit> {
  const { plate, gate: name } = (await request.json()) as { plate: string; gate: string };
  const log = logger.child({ plate, gate: name });
  log.setBindings({ operator: request.headers.get('x-operator') });
  const opened = await openGate(name, plate);
  log.info({ opened }, 'gate asked');
  return { status: opened ? 204 : 403 };
}

app.http('gate', { methods: ['POST'], handler: gate });
